import { describe, expect, it } from 'vitest';
import { schemas } from '../contract/generated/schemas.ts';
import type { DriftDifference, DriftReport } from '../contract/generated/types.ts';
import { createValidator } from '../contract/validate.ts';
import type { Allowance } from './allowed.ts';
import { driftReport } from './report.ts';
import { render as renderAs, type Format } from '../reporters/index.ts';

const broken: DriftDifference = {
  path: 'faults.F',
  kind: 'code',
  change: 'broken',
  contract: '100%,\nso: to say',
  sdk: 'B',
};
const addition: DriftDifference = {
  path: 'input.New',
  kind: 'added',
  change: 'addition',
  sdk: 'string, optional',
};
const entry = ({ path, kind }: DriftDifference, line: number): Allowance => ({
  path,
  kind,
  reason: 'it is\nmeant',
  file: 'a,b.yaml',
  line,
  column: 5,
});

const report = (
  differences: readonly DriftDifference[],
  allowed: readonly Allowance[] = [],
  allowAdditions = false,
) => driftReport({ version: '1.2.3', sdkVersion: '4.5.6', differences, allowed, allowAdditions });

describe('the verdict', () => {
  it.each<readonly [string, DriftReport, DriftReport['verdict'], number]>([
    ['nothing', report([]), 'same', 0],
    ['an addition', report([addition]), 'additions', 3],
    ['an addition, where these are no news', report([addition], [], true), 'additions', 0],
    ['a break', report([broken]), 'broken', 1],
    ['a break, where additions are no news', report([broken, addition], [], true), 'broken', 1],
    ['an allowed break', report([broken], [entry(broken, 1)]), 'same', 0],
    ['an allowed break and an addition', report([broken, addition], [entry(broken, 1)]), 'additions', 3],
    ['a stale entry', report([], [entry(broken, 1)]), 'stale', 1],
    ['a stale entry and an addition', report([addition], [entry(broken, 1)], true), 'stale', 1],
    ['a stale entry and a break', report([broken], [entry(addition, 1)]), 'broken', 1],
  ])('of %s', (_, made, verdict, exitCode) => {
    expect(made).toMatchObject({ verdict, exitCode });
    expect(createValidator(schemas).problems('neptune-copy-contract:drift', made)).toEqual([]);
  });
});

describe('the reporters', () => {
  const render = (format: Format<'drift'>, made: DriftReport, color = false): Promise<string> =>
    renderAs('drift', format, made, { color });
  const known: DriftDifference = {
    path: 'output.K',
    kind: 'optional',
    change: 'broken',
    contract: 'required',
    sdk: 'optional',
  };
  const all = report(
    [broken, addition, known],
    [entry(known, 7), entry({ ...known, path: 'input.Lost' }, 9)],
  );

  it('text: a diff, the reasons, and the sum', async () => {
    const text = await render('text', all);
    expect(text.replace(/spec [0-9a-f]{12}/, 'spec HASH'))
      .toBe(`CopyDBClusterSnapshot: - the contract, + the SDK
neptune-copy-contract 1.2.3, spec HASH; @aws-sdk/client-neptune 4.5.6

Contract broken
  faults.F: code
  - 100%, so: to say
  + B

Compatible additions
  input.New: added
  + string, optional

Stale allowances
  a,b.yaml:9:5: input.Lost (optional) is no difference; remove the entry

Known differences
  output.K: optional
    it is meant

contract broken: 1 broken, 1 addition, 1 stale allowance, and 1 known difference
`);
  });

  it('text: colours only where they are wanted', async () => {
    expect(await render('text', all)).not.toContain('\u001b');
    expect(await render('text', all, true)).toContain('\u001b[31m  - 100%');
  });

  it.each([
    ['nothing changed\n', []],
    ['nothing changed but for 1 known difference\n', [known]],
  ] as const)('text: ends with "%s"', async (end, differences) => {
    const text = await render(
      'text',
      report(
        differences,
        differences.map((each) => entry(each, 1)),
      ),
    );
    expect(text.endsWith(`\n\n${end}`)).toBe(true);
  });

  it('json: the report itself', async () => {
    expect(JSON.parse(await render('json', all))).toEqual(all);
  });

  it('github: a command a line, escaped', async () => {
    expect(await render('github', all)).toBe(
      [
        '::error title=faults.F%3A code::the contract says 100%25,%0Aso: to say, the SDK B',
        '::warning title=input.New%3A added::the contract says nothing, the SDK string, optional',
        '::error file=a%2Cb.yaml,line=9,col=5,title=stale allowance::input.Lost (optional) is no difference; remove the entry',
        '::error title=drift of @aws-sdk/client-neptune 4.5.6::contract broken: 1 broken, 1 addition, 1 stale allowance, and 1 known difference',
        '',
      ].join('\n'),
    );
  });
});
