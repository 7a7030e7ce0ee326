import { describe, expect, it } from 'vitest';
import type { DriftDifference } from '../contract/generated/types.ts';
import type { Description, Member, Structure, Type } from './description.ts';
import { diff } from './diff.ts';

const text: Type = { kind: 'simple', name: 'string' };
const number: Type = { kind: 'simple', name: 'number' };
const list = (element: Type, elementName = 'Tag'): Type => ({ kind: 'list', element, elementName });
const structure = (members: Structure): Type => ({ kind: 'structure', members });
const member = (different: Partial<Member> = {}): Member => ({
  type: text,
  required: false,
  wireName: 'A',
  ...different,
});
const needed = member({ required: true });

const none: Description = {
  protocol: 'query',
  version: '1',
  namespace: 'urn:x',
  input: {},
  output: {},
  faults: {},
};
const fault = { code: 'Full', status: 400, sender: 'Sender' } as const;

interface Row {
  readonly name: string;
  /** What the contract has. */
  readonly contract: Partial<Description>;
  /** What the SDK has. */
  readonly sdk: Partial<Description>;
  readonly expected: readonly DriftDifference[];
}

const rows: readonly Row[] = [
  { name: 'nothing, where both are the same', contract: {}, sdk: {}, expected: [] },
  {
    name: 'nothing in deep members that are the same',
    contract: { input: { A: member({ type: list(structure({ K: needed })) }) }, faults: { F: fault } },
    sdk: { input: { A: member({ type: list(structure({ K: needed })) }) }, faults: { F: fault } },
    expected: [],
  },
  ...(['protocol', 'version', 'namespace'] as const).map((kind): Row => ({
    name: `another ${kind}`,
    contract: {},
    sdk: { [kind]: 'other' },
    expected: [{ path: 'operation', kind, change: 'broken', contract: none[kind], sdk: 'other' }],
  })),
  ...(['input', 'output'] as const).map((side): Row => ({
    name: `a member gone from the ${side}`,
    contract: { [side]: { A: member() } },
    sdk: {},
    expected: [{ path: `${side}.A`, kind: 'gone', change: 'broken', contract: 'string, optional' }],
  })),
  ...(['input', 'output'] as const).map((side): Row => ({
    name: `a new optional member of the ${side}`,
    contract: {},
    sdk: { [side]: { A: member({ type: list(number) }) } },
    expected: [{ path: `${side}.A`, kind: 'added', change: 'addition', sdk: 'list of number, optional' }],
  })),
  {
    name: 'a new member that a request needs',
    contract: {},
    sdk: { input: { A: needed } },
    expected: [{ path: 'input.A', kind: 'added', change: 'broken', sdk: 'string, required' }],
  },
  {
    name: 'a new member that an answer always has',
    contract: {},
    sdk: { output: { A: needed } },
    expected: [{ path: 'output.A', kind: 'added', change: 'addition', sdk: 'string, required' }],
  },
  ...(
    [
      ['input', 'required', 'broken'],
      ['input', 'optional', 'addition'],
      ['output', 'required', 'addition'],
      ['output', 'optional', 'broken'],
    ] as const
  ).map(([side, kind, change]): Row => {
    const opposite = kind === 'required' ? 'optional' : 'required';
    return {
      name: `a member of the ${side} that became ${kind}`,
      contract: { [side]: { A: member({ required: kind === 'optional' }) } },
      sdk: { [side]: { A: member({ required: kind === 'required' }) } },
      expected: [{ path: `${side}.A`, kind, change, contract: opposite, sdk: kind }],
    };
  }),
  {
    name: 'another type',
    contract: { input: { A: member() } },
    sdk: { input: { A: member({ type: number }) } },
    expected: [{ path: 'input.A', kind: 'type', change: 'broken', contract: 'string', sdk: 'number' }],
  },
  {
    name: 'a list instead of one',
    contract: { input: { A: member() } },
    sdk: { input: { A: member({ type: list(text) }) } },
    expected: [
      { path: 'input.A', kind: 'type', change: 'broken', contract: 'string', sdk: 'list of string' },
    ],
  },
  {
    name: 'a structure instead of a text',
    contract: { output: { A: member() } },
    sdk: { output: { A: member({ type: structure({ X: member(), Y: member() }) }) } },
    expected: [
      { path: 'output.A', kind: 'type', change: 'broken', contract: 'string', sdk: 'structure of X, Y' },
    ],
  },
  {
    name: 'another type of elements',
    contract: { output: { A: member({ type: list(text) }) } },
    sdk: { output: { A: member({ type: list(number) }) } },
    expected: [{ path: 'output.A[]', kind: 'type', change: 'broken', contract: 'string', sdk: 'number' }],
  },
  {
    name: 'another name of elements on the wire',
    contract: { input: { A: member({ type: list(text) }) } },
    sdk: { input: { A: member({ type: list(text, 'member') }) } },
    expected: [{ path: 'input.A[]', kind: 'wire-name', change: 'broken', contract: 'Tag', sdk: 'member' }],
  },
  {
    name: 'another name of a member on the wire',
    contract: { output: { A: member() } },
    sdk: { output: { A: member({ wireName: 'a' }) } },
    expected: [{ path: 'output.A', kind: 'wire-name', change: 'broken', contract: 'A', sdk: 'a' }],
  },
  {
    name: 'a difference deep within',
    contract: { input: { A: member({ type: list(structure({ K: member() })) }) } },
    sdk: { input: { A: member({ type: list(structure({ K: needed })) }) } },
    expected: [
      { path: 'input.A[].K', kind: 'required', change: 'broken', contract: 'optional', sdk: 'required' },
    ],
  },
  {
    name: 'a member called as a member of every object',
    contract: {},
    sdk: { input: { constructor: member() } },
    expected: [{ path: 'input.constructor', kind: 'added', change: 'addition', sdk: 'string, optional' }],
  },
  {
    name: 'a fault that is gone',
    contract: { faults: { F: fault } },
    sdk: {},
    expected: [{ path: 'faults.F', kind: 'gone', change: 'broken', contract: 'Full, 400, Sender' }],
  },
  {
    name: 'a new fault',
    contract: {},
    sdk: { faults: { F: fault } },
    expected: [{ path: 'faults.F', kind: 'added', change: 'addition', sdk: 'Full, 400, Sender' }],
  },
  {
    name: 'a fault that is otherwise in everything',
    contract: { faults: { F: fault } },
    sdk: { faults: { F: { code: 'FullFault', status: 503, sender: 'Receiver' } } },
    expected: [
      { path: 'faults.F', kind: 'code', change: 'broken', contract: 'Full', sdk: 'FullFault' },
      { path: 'faults.F', kind: 'status', change: 'broken', contract: '400', sdk: '503' },
      { path: 'faults.F', kind: 'sender', change: 'broken', contract: 'Sender', sdk: 'Receiver' },
    ],
  },
];

describe('diff', () => {
  it.each(rows)('sees $name', ({ contract, sdk, expected }) => {
    expect(diff({ ...none, ...contract }, { ...none, ...sdk })).toEqual(expected);
  });

  it('sees that the operation is gone', () => {
    expect(diff(none, undefined)).toEqual([
      { path: 'operation', kind: 'gone', change: 'broken', contract: 'CopyDBClusterSnapshot' },
    ]);
  });
});
