import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  explain as explainWith,
  explainAll,
  explainSets,
  type Explanation,
  type SetExplanation,
} from '../../contract/explanation.ts';
import { namedCases } from '../../contract/directed-sequences.ts';
import { rules, type RuleId } from '../../contract/generated/catalogue.ts';
import { knownBugs } from '../../selftest/index.ts';
import { kills, triedCases } from '../../selftest/kills.ts';
import { culprits, mutants } from '../../selftest/mutants/index.ts';
import { catalogueMarkdown, catalogueText, explainText, requirementsText } from './index.ts';
import { requirementsMarkdown } from './requirements.ts';

const explain = (id: RuleId): Explanation => explainWith(id, knownBugs);

describe('what was measured of the endpoints with a bug', () => {
  it('is known of each of them, and of no other: otherwise run `npm run kills`', () => {
    expect(Object.keys(kills).sort()).toEqual(mutants.map(({ name }) => name).sort());
  });

  it('holds each against one of its culprits', () => {
    const elsewhere = mutants.filter(
      (mutant) => !culprits(mutant).some((rule) => kills[mutant.name]?.rules.includes(rule)),
    );
    expect(elsewhere.map(({ name }) => name)).toEqual([]);
  });

  it('was measured with each case and sequence: otherwise run `npm run kills -- --case ID`', () => {
    expect([...triedCases].sort()).toEqual(
      namedCases()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('knows a case or sequence for each, but for what only the search finds', () => {
    const unseen = knownBugs.filter(({ foundBy }) => foundBy.length === 0).map(({ name }) => name);
    const inTheCourse = mutants.filter(({ direction }) => direction === 'in the course');
    expect(inTheCourse.map(({ name }) => name)).toEqual(expect.arrayContaining(unseen));
  });
});

describe('explain', () => {
  it('tells of a rule what there is', () => {
    const rule = explain('copy-arn');
    expect(rule).toMatchObject({ id: 'copy-arn', kind: 'postcondition', faults: [] });
    expect(rule.behaviour).toEqual({ of: 'behaviour', level: 'documented', gating: true });
    expect(rule.fault).toBeUndefined();
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

  it('tells who says otherwise, and that it never fails a run then', () => {
    const text = explainText(explain('copy-create-time'));
    expect(text).toContain('copy-create-time  (postcondition, contradicted)\n');
    expect(text).toContain('\nFails a run\n  never: it is contradicted\n');
    expect(text).toContain(
      '\nWho says so\n  behaviour, sibling (CopyDBClusterSnapshot of RDS, observed): Sample of',
    );
    expect(text).toContain(
      '\nWho says otherwise\n  behaviour, sibling (CopyDBSnapshot of RDS, documented): The time changes for the copy',
    );
  });

  it('tells why a contradiction is set aside, and why nobody can break a rule', () => {
    expect(explainText(explain('kms-unencrypted-source'))).toContain(
      'The copy of an unencrypted snapshot is encrypted with KmsKeyId. Set aside: An older text;',
    );
    const open = explain('form-plain');
    expect(explainText(open)).toContain(`\nFails a run\n  never: ${open.alwaysUnspecified}\n`);
    expect(open.alwaysUnspecified).toMatch(/^Nobody /);
  });

  it.each<[id: RuleId, line: string]>([
    ['source-exists', 'yes: the documentation of this operation says so'],
    [
      'copy-of-orphan',
      'yes: a sibling operation or service shows or documents it (not with --gate documented)',
    ],
    ['copy-leaves-source', 'no: it is only inferred (with --gate inferred, yes)'],
  ])('tells in one line whether %s fails a run, and why', (id, line) => {
    expect(explainText(explain(id))).toContain(`\nFails a run\n  ${line}\n`);
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

  it.each<[id: RuleId, cells: readonly string[]]>([
    ['kms-unencrypted-source', ['precondition', 'documented', 'yes', 'no', 'set aside']],
    ['copy-create-time', ['postcondition', 'contradicted', 'no', '', 'yes']],
    ['source-exists', ['precondition', 'documented', 'yes', 'yes', '']],
  ])(
    'tells in the table whether %s fails a run, with either claim, and whether anybody says otherwise',
    (id, cells) => {
      const row = catalogueMarkdown([explain(id)])
        .split('\n')
        .find((line) => line.startsWith(`| [${id}]`));
      expect(row?.split(' | ').slice(1, 6)).toEqual(cells);
    },
  );

  it('tells that nobody says otherwise, rather than nothing', () => {
    expect(explainText(explain('source-exists'))).toContain('\nWho says otherwise\n  nobody that is known\n');
    expect(catalogueMarkdown([explain('source-exists')])).toContain(
      '\nWho says otherwise:\n\n- nobody that is known\n',
    );
  });

  it('tells first who speaks of the behaviour, then who speaks of the fault', () => {
    const [, said = ''] =
      /Who says so\n(.*?)\n\n/s.exec(explainText(explain('tag-key-reserved-prefix'))) ?? [];
    expect(said.match(/^ {2}(behaviour|fault)/gm)).toEqual([
      '  behaviour',
      '  behaviour',
      '  behaviour',
      '  fault',
    ]);
  });

  it('does not let text be taken for markup', () => {
    const page = catalogueMarkdown([{ ...explain('copy-arn'), statement: '<b>*bold*</b> `a*b`' }]);
    expect(page).toContain('\\<b\\>\\*bold\\*\\</b\\> `a*b`');
  });
});

describe('the requirement sets', () => {
  const set = (changes: SetExplanation['changes']): SetExplanation => ({
    name: '2026-11',
    date: '2026-11-27',
    gating: 90,
    changes,
  });

  it('are told with what stands otherwise since, and what that means for a run', () => {
    const of = { rule: 'copy-arn', aspect: 'behaviour' } as const;
    expect(
      requirementsText([
        set([]),
        set([
          { ...of, then: 'inferred', now: 'documented' },
          { ...of, now: 'sibling' },
          { ...of, then: 'sibling', now: 'contradicted' },
          { ...of, then: 'sibling' },
          { ...of, then: 'sibling', now: 'documented' },
          { ...of, then: 'inferred', now: 'unspecified' },
        ]),
      ]).split('\n'),
    ).toEqual([
      '2026-11 (2026-11-27): 90 claims can fail a run; nothing stands otherwise since',
      '',
      '2026-11 (2026-11-27): 90 claims can fail a run; 6 claims stand otherwise since',
      '  copy-arn, behaviour: inferred then, documented now; new, so that it fails no run',
      '  copy-arn, behaviour: no such claim then, sibling now; new, so that it fails no run',
      '  copy-arn, behaviour: sibling then, contradicted now; fails no run any more',
      '  copy-arn, behaviour: sibling then, no such claim now; fails no run any more',
      '  copy-arn, behaviour: sibling then, documented now; fails a run, as before',
      '  copy-arn, behaviour: inferred then, unspecified now; fails no run, as before',
      '',
    ]);
  });

  it('are told on the page of the rules, too', () => {
    const sets = explainSets();
    const page = catalogueMarkdown(explainAll(knownBugs), sets);
    for (const { name, date, gating } of sets) {
      expect(gating).toBeGreaterThan(50);
      expect(page).toContain(`\n- ${name} (${date}): ${gating} claims can fail a run; `);
    }
  });

  it('are up to date, or docs/rules.md tells the difference: otherwise run `npm run docs`', () => {
    const written = readFileSync(join(import.meta.dirname, '../../../docs/rules.md'), 'utf8');
    for (const line of requirementsMarkdown(explainSets())) expect(written).toContain(`\n${line}\n`);
  });
});
