import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { directedCases } from '../src/contract/directed-cases.ts';
import type { RuleId } from '../src/contract/generated/catalogue.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { mutants, serveVariant, type Variant } from '../src/selftest/mutants/index.ts';
import { copying } from '../src/selftest/mutants/mutant.ts';
import { verify, type VerifyOptions } from '../src/verify/index.ts';
import { startMoto } from '../test-support/moto.ts';
import { ordinary } from '../test-support/judge.ts';
import { findPython } from '../test-support/python.ts';
import { startWarmAws, type WarmAws } from '../test-support/warm-aws.ts';

const python = findPython();
let aws: WarmAws | undefined;
beforeAll(async () => {
  if (python !== undefined) aws = await startWarmAws(python);
});
afterAll(() => aws?.close());

/** Judges an endpoint with a bug, and runs the scripts. */
async function judge(variant: Variant, options: Partial<VerifyOptions>): Promise<Report> {
  const endpoint = await serveVariant(variant);
  vi.stubEnv('PATH', aws?.env['PATH'] ?? process.env['PATH'] ?? '');
  try {
    const report = await verify({
      ...ordinary,
      endpoint: endpoint.url,
      journal: false,
      pairs: 0,
      checkReproductions: true,
      ...options,
    });
    expect(report.leftBehind).toEqual([]);
    expect(endpoint.remains()).toBe(0);
    return report;
  } finally {
    vi.unstubAllEnvs();
    await endpoint.close();
  }
}

/** An endpoint whose copies have a wrong Engine for those callers only whose User-Agent fits. */
function wrongFor(agent: RegExp): Variant {
  let isMeant = false;
  const { copy } = copying((snapshot) => ({
    ...snapshot,
    shape: { ...snapshot.shape, Engine: 'graph' },
  }));
  return {
    name: `wrong for ${String(agent)}`,
    read(request) {
      isMeant = agent.test(String(request.headers['user-agent'] ?? ''));
      return request;
    },
    copy: (facts, call) => (isMeant ? copy?.(facts, call) : undefined),
  };
}

/** The results of the scripts of the findings, each told by its language. */
const results = ({ findings }: Report, rule: string) =>
  findings
    .filter((finding) => finding.rule === rule)
    .map(({ reproduced = {} }) =>
      Object.fromEntries(
        Object.entries(reproduced).map(([language, { result, reason = '' }]) => [
          language,
          `${result} ${reason}`.trim(),
        ]),
      ),
    );

const inPython = python === undefined ? 'no tool' : 'shown';
const allShown = { 'aws-cli': inPython, boto3: inPython, javascript: 'shown', curl: 'shown' };
const casesOf = (rule: RuleId) => directedCases().filter((each) => each.rule === rule);

const plain = { cases: casesOf('copy-inherits') };

describe('the scripts of a deviation show it again', () => {
  it.each([
    ['a wrong Engine: copy-inherits', 'copy-inherits'],
    ['DescribeDBClusterSnapshots does not find copies: copy-described', 'copy-described'],
    ['answers InternalFailure: kms-key-accessible', 'kms-key-accessible'],
    ['the first tag only with CopyTags: copy-tags-all', 'copy-tags-all'],
    ['no metadata: wire-success-envelope', 'wire-success-envelope'],
    ['copies all the same: copy-tags-boolean', 'copy-tags-boolean'],
  ] as const)('%s', async (name, rule) => {
    const mutant = mutants.find((each) => each.name === name);
    if (mutant === undefined) throw new Error(`there is no endpoint that ${name}`);
    const report = await judge({ name, ...mutant.variant() }, { cases: casesOf(rule), rules: [rule] });
    const found = results(report, rule);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(found.map(() => allShown));
  });

  it('with the User-Agent of the SDK, where only that makes the difference', async () => {
    const report = await judge(wrongFor(/aws-sdk-js/), plain);
    expect(results(report, 'copy-inherits')).toEqual([allShown]);
    const [finding] = report.findings;
    const { javascript, curl = '', boto3 = '', ...others } = finding?.reproduction ?? {};
    expect(javascript).not.toContain('aws-sdk-js/');
    expect(curl).toMatch(/-A 'aws-sdk-js\//);
    expect(Object.values(finding?.reproduced ?? {}).map(({ identity }) => identity)).toEqual(
      python === undefined ? [undefined, undefined, undefined, true] : [true, true, undefined, true],
    );
    if (python === undefined) return;
    expect(boto3).toContain('user_agent="aws-sdk-js/');
    expect(others['aws-cli']).toContain('AWS_SDK_UA_APP_ID=aws-sdk-js');
  });
});

describe('a script is told from others', () => {
  it('when it does not show the deviation, and then stays as it was', async () => {
    const report = await judge(wrongFor(/^aws-sdk-js.* api\/neptune/), plain);
    const [finding] = report.findings;
    const inCli = python === undefined ? 'no tool' : 'not shown';
    expect(results(report, 'copy-inherits')).toEqual([{ ...allShown, 'aws-cli': inCli }]);
    expect(finding?.reproduced?.['aws-cli']?.identity).toBe(undefined);
    expect(finding?.reproduction['aws-cli']).not.toContain('AWS_SDK_UA_APP_ID');
  });

  it('when it was not run because the run was ended, and cleans up what it has made', async () => {
    const interruption = new AbortController();
    let copies = 0;
    const report = await judge(
      {
        ...wrongFor(/./),
        aftermath: (after, { action }) => {
          if (action === 'DeleteDBClusterSnapshot') copies += 1;
          return after;
        },
      },
      {
        ...plain,
        signal: interruption.signal,
        onProgress: ({ of }) => {
          if (of === 'scripts') interruption.abort();
        },
      },
    );
    expect(copies).toBeGreaterThan(0);
    const told = results(report, 'copy-inherits').map((each) => Object.values(each).slice(1));
    expect(told).toEqual([
      [
        python === undefined ? 'no tool' : 'not run the run was interrupted',
        'not run the run was interrupted',
        'not run the run was interrupted',
      ],
    ]);
  });

  it('when this machine has nothing that runs it', async () => {
    vi.stubEnv('PATH', '');
    const endpoint = await serveVariant(wrongFor(/./));
    try {
      const { findings } = await verify({
        ...ordinary,
        ...plain,
        endpoint: endpoint.url,
        journal: false,
        pairs: 0,
        checkReproductions: true,
      });
      const [{ reproduced = {} } = { reproduced: {} }] = findings;
      expect(Object.values(reproduced).map(({ result }) => result)).toEqual([
        'no tool',
        'no tool',
        'shown',
        'no tool',
      ]);
    } finally {
      vi.unstubAllEnvs();
      await endpoint.close();
    }
  });
});

describe.skipIf(python === undefined)('at moto', () => {
  it('the scripts of what the README tells show it', async () => {
    if (python === undefined) throw new Error('there is no Python');
    const moto = await startMoto(python);
    vi.stubEnv('PATH', aws?.env['PATH'] ?? '');
    try {
      const report = await verify({
        ...ordinary,
        cases: casesOf('copy-source-arn'),
        rules: ['copy-source-arn'],
        endpoint: moto.url,
        journal: false,
        pairs: 0,
        checkReproductions: true,
      });
      expect(report.findings.length).toBeGreaterThan(0);
      for (const { rule } of report.findings)
        expect(results(report, rule)).toEqual(results(report, rule).map(() => allShown));
    } finally {
      vi.unstubAllEnvs();
      await moto.close();
    }
  });
});
