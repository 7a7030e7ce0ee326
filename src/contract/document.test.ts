import { describe, expect, it } from 'vitest';
import { formatProblem, readDocument } from './document.ts';
import { schemas } from './generated/schemas.ts';
import type { CaseFile, WorldDocument } from './generated/types.ts';
import { createValidator } from './validate.ts';

const validator = createValidator(schemas);

const problemsOf = (schema: string, text: string): string[] => {
  const read = readDocument(text, 'file.yaml', `neptune-copy-contract:${schema}`, validator);
  return read.ok ? [] : read.problems.map(formatProblem);
};

describe('reading a document', () => {
  it('yields the value of a sound one', () => {
    const text = 'snapshots:\n  source:\n    type: automated\n';
    const read = readDocument<WorldDocument>(text, 'world.yaml', 'neptune-copy-contract:world', validator);
    expect(read).toMatchObject({ ok: true, value: { snapshots: { source: { type: 'automated' } } } });
  });

  it('takes JSON too', () => {
    expect(problemsOf('world', '{ "snapshots": { "source": { "sharedWith": ["all"] } } }')).toEqual([]);
  });

  it('expands anchors', () => {
    const text = 'snapshots:\n  a: &control { status: failed }\n  b: *control\n';
    const read = readDocument<WorldDocument>(text, 'world.yaml', 'neptune-copy-contract:world', validator);
    expect(read).toMatchObject({ ok: true, value: { snapshots: { b: { status: 'failed' } } } });
  });

  it('locates what it has read', () => {
    const text = 'cases:\n  - id: one\n    title: one\n    rule: source-exists\n    copied: {}\n';
    const read = readDocument<CaseFile>(text, 'cases.yaml', 'neptune-copy-contract:cases', validator);
    expect(read.ok && read.locate(['cases', 0, 'rule'])).toEqual({ line: 4, column: 11 });
    expect(read.ok && read.locate(['cases', 0, 'control', 'request'])).toEqual({ line: 2, column: 5 });
    expect(read.ok && read.locate([])).toEqual({ line: 1, column: 1 });
  });
});

describe('a problem stands where it is', () => {
  it.each<{ name: string; schema: string; text: string; expected: string[] }>([
    {
      name: 'an unknown member, and its neighbours are sound',
      schema: 'world',
      text: 'snapshots:\n  source:\n    status: available\n    colour: red\n',
      expected: ['file.yaml:4:13: snapshots.source.colour: unknown member "colour"'],
    },
    {
      name: 'an unknown member of the document itself',
      schema: 'world',
      text: 'keys: {}\nsnapshot: {}\n',
      expected: ['file.yaml:2:11: snapshot: unknown member "snapshot"'],
    },
    {
      name: 'a value outside its list',
      schema: 'world',
      text: 'snapshots:\n  source: { status: lost }\n',
      expected: [
        'file.yaml:2:21: snapshots.source.status: must be one of available, creating, copying, deleting, failed',
      ],
    },
    {
      name: 'a value of another type, inside a list',
      schema: 'world',
      text: 'places:\n  - { region: here }\n  - region: elsewhere\n    copiesInProgress: many\n',
      expected: ['file.yaml:4:23: places[1].copiesInProgress: must be integer'],
    },
    {
      name: 'a missing member',
      schema: 'cases',
      text: 'cases:\n  - id: one\n    rule: source-exists\n    copied: {}\n',
      expected: ['file.yaml:2:5: cases[0]: the member "title" is missing'],
    },
    {
      name: 'every problem of several',
      schema: 'world',
      text: 'keys:\n  vault: { state: Off }\nsnapshots:\n  source: { account: me }\n',
      expected: [
        'file.yaml:2:19: keys.vault.state: must be one of Enabled, Disabled, PendingDeletion',
        'file.yaml:4:22: snapshots.source.account: must match pattern "^(self|other|[0-9]{12})$"',
      ],
    },
    {
      name: 'an empty file',
      schema: 'cases',
      text: '',
      expected: ['file.yaml:1:1: must be object'],
    },
  ])('$name', ({ schema, text, expected }) => expect(problemsOf(schema, text)).toEqual(expected));

  it('in JSON of one line, too', () => {
    expect(problemsOf('world', '{ "snapshots": { "a": { "type": "weekly" } } }')).toEqual([
      'file.yaml:1:33: snapshots.a.type: must be one of manual, automated',
    ]);
  });
});

describe('what is not YAML', () => {
  it.each<[string, string, string]>([
    ['a bracket that stays open', 'keys: {\nsnapshots: {}\n', 'file.yaml:2:1: '],
    ['a quote that stays open', "keys: {}\nsnapshots: { source: { identifier: 'a } }\n", 'file.yaml:3:1: '],
    ['a member that stands twice', 'keys: {}\nsnapshots: {}\nkeys: {}\n', 'file.yaml:3:1: '],
    ['a tab for indentation', 'snapshots:\n\tsource: {}\n', 'file.yaml:2:1: '],
  ])('%s is reported where it is', (_, text, place) => {
    const [first] = problemsOf('world', text);
    expect(first).toContain(place);
  });

  it('is not checked against the schema besides', () => {
    const text = 'colour: red\nkeys: {}\nkeys: {}\n';
    expect(problemsOf('world', text)).toEqual([
      expect.stringMatching(/^file\.yaml:3:1: duplicated mapping key$/),
    ]);
  });

  it('an alias without its anchor is no crash', () => {
    expect(problemsOf('world', 'snapshots: { source: *nowhere }\n')).toEqual([
      expect.stringContaining('file.yaml:1:22: '),
    ]);
  });
});
