import { describe, expect, it } from 'vitest';
import { explain as explainWith, explainAll, type Explanation } from '../../contract/explanation.ts';
import { rules, type RuleId } from '../../contract/generated/catalogue.ts';
import { knownBugs } from '../../selftest/index.ts';
import { kills } from '../../selftest/kills.ts';
import { culprits, mutants } from '../../selftest/mutants/index.ts';
import { catalogueMarkdown, catalogueText, explainText } from './index.ts';

const explain = (id: RuleId): Explanation => explainWith(id, knownBugs);

describe('what was measured of the endpoints with a bug', () => {
  it('is known of each of them, and of no other: otherwise run `npm run kills`', () => {
    expect(Object.keys(kills).sort()).toEqual(mutants.map(({ name }) => name).sort());
  });

  it('holds each against one of its culprits', () => {
    const elsewhere = mutants.filter(
      (mutant) => !culprits(mutant).some((rule) => kills[mutant.name]?.includes(rule)),
    );
    expect(elsewhere.map(({ name }) => name)).toEqual([]);
  });
});

describe('explain', () => {
  it('tells of a rule what there is', () => {
    const rule = explain('copy-arn');
    expect(rule).toMatchObject({ id: 'copy-arn', kind: 'postcondition', faults: [] });
    expect(rule.claims).toEqual([{ of: 'behaviour', level: 'documented', gating: true }]);
    expect(rule.cases.map(({ id }) => id)).toContain('copy-members/arn-cross-region');
    expect(rule.onlyHere).toContain('a wrong DBClusterSnapshotArn: copy-arn');
    expect(rule.onlyHere).not.toContain('no DBClusterSnapshotArn: copy-arn');
  });

  it('writes it out', () => {
    const text = explainText(explain('tag-value-length'));
    expect(text.split('\n').slice(0, 2)).toEqual([
      'tag-value-length  (precondition, documented)',
      'A tag value has at most 256 characters.',
    ]);
    for (const part of [
      '\nFails a run\n  yes: the documentation of this operation says so\n  with another fault, no: it is only inferred',
      '\nWho says so\n  behaviour, documented: ',
      'https://',
      '\nFaults\n  InvalidParameterValue (HTTP 400)\n',
      '\nNote\n  The documented minimum',
      '\nUnspecified\n  A value has "1 to 256" characters',
      '  read as: Empty and absent values are unspecified.\n',
      '\nCases\n  tags-validation/value-1 (copied): a value of one character\n',
      '\nEndpoints with a bug\n  copies all the same: tag-value-length\n',
      '\nBugs that only this rule catches\n',
    ])
      expect(text).toContain(part);
  });

  it('leaves out what there is not', () => {
    expect(explainText(explain('copy-arn'))).not.toContain('Faults');
  });

  it('lists all rules, one a line, and a section each', () => {
    const all = explainAll(knownBugs);
    expect(all.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    expect(catalogueText(all).split('\n').length).toBe(rules.length + 2);
    const page = catalogueMarkdown(all);
    for (const { id } of rules) expect(page).toContain(`\n## ${id}\n`);
  });

  it('does not let text be taken for markup', () => {
    const page = catalogueMarkdown([{ ...explain('copy-arn'), statement: '<b>*bold*</b> `a*b`' }]);
    expect(page).toContain('\\<b\\>\\*bold\\*\\</b\\> `a*b`');
  });
});
