import { looksLikeArn } from '../../model/world/arn.ts';
import type { Action } from './declared-faults.ts';
import { problem, shown, type Problem } from './finding.ts';
import { isRecord } from './shapes.ts';
import { kindProblems } from './member-kinds.ts';

/** Members of something whose form is not known yet. */
type Loose = Readonly<Record<string, unknown>>;

/** What an operation answers, and how that depends on what was asked. */
interface AnswerForm {
  /** The member with what was made, altered, removed or looked at. */
  readonly one?: string;
  /** Members of the request that it has, too; identifiers in lower case. */
  readonly repeats?: readonly string[];
  /** Whether whoever asked learns nothing from it, so that stubs may leave it out. */
  readonly idle?: boolean;
  /** The member with a list. */
  readonly many?: string;
  /** Members of the request that all the list has, too. */
  readonly selects?: readonly string[];
  /** The member that tells one of the list, and the one with its ARN; by either it may be asked for. */
  readonly id?: string;
  readonly arn?: string;
}

const cluster = { one: 'DBCluster', repeats: ['DBClusterIdentifier'] } as const;
const snapshot = ['DBClusterSnapshotIdentifier'] as const;

const forms: Readonly<Record<Action, AnswerForm>> = {
  AddTagsToResource: {},
  // Its rules are in the catalogue.
  CopyDBClusterSnapshot: {},
  CreateDBCluster: { ...cluster, repeats: [...cluster.repeats, 'Engine', 'EngineVersion'] },
  CreateDBClusterSnapshot: { one: 'DBClusterSnapshot', repeats: [...snapshot, 'DBClusterIdentifier'] },
  CreateDBInstance: {
    one: 'DBInstance',
    repeats: ['DBInstanceIdentifier', 'DBClusterIdentifier', 'DBInstanceClass', 'Engine'],
  },
  DeleteDBCluster: { ...cluster, idle: true },
  DeleteDBClusterSnapshot: { one: 'DBClusterSnapshot', repeats: snapshot, idle: true },
  DeleteDBInstance: { one: 'DBInstance', repeats: ['DBInstanceIdentifier'], idle: true },
  DescribeDBClusterSnapshotAttributes: { one: 'DBClusterSnapshotAttributesResult', repeats: snapshot },
  DescribeDBClusterSnapshots: {
    many: 'DBClusterSnapshots',
    selects: ['DBClusterIdentifier'],
    id: 'DBClusterSnapshotIdentifier',
    arn: 'DBClusterSnapshotArn',
  },
  DescribeDBClusters: { many: 'DBClusters', id: 'DBClusterIdentifier', arn: 'DBClusterArn' },
  DescribeDBEngineVersions: { many: 'DBEngineVersions', selects: ['Engine', 'DBParameterGroupFamily'] },
  DescribeDBInstances: { many: 'DBInstances', id: 'DBInstanceIdentifier', arn: 'DBInstanceArn' },
  DescribeEvents: { many: 'Events', selects: ['SourceType', 'SourceIdentifier'] },
  ListTagsForResource: { many: 'TagList' },
  ModifyDBClusterSnapshotAttribute: {
    one: 'DBClusterSnapshotAttributesResult',
    repeats: snapshot,
    idle: true,
  },
  RemoveTagsFromResource: {},
  RestoreDBClusterFromSnapshot: { ...cluster, repeats: [...cluster.repeats, 'Engine'] },
};

/** The list that an operation answers; empty where it answers none. */
export function listOf(operation: Action, output: Loose): readonly Loose[] {
  const { many = '' } = forms[operation];
  const list = output[many];
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** What tells one of the list of an operation from the others: its ARN, or else its name. */
export function idOf(operation: Action, thing: Loose): unknown {
  const { id = '', arn = '' } = forms[operation];
  return thing[arn] ?? thing[id];
}

/** What of an output cannot be for what was asked. */
export function answerProblems(operation: Action, input: Loose, output: Loose, partial: boolean): Problem[] {
  const { one, many } = forms[operation];
  if (one !== undefined) return oneProblems(operation, input, output[one], partial);
  return many === undefined ? [] : listProblems(operation, input, listOf(operation, output));
}

function oneProblems(operation: Action, input: Loose, thing: unknown, partial: boolean): Problem[] {
  const { one = '', repeats = [], idle = false } = forms[operation];
  if (thing === undefined && (idle || partial)) return [];
  if (!isRecord(thing)) return [problem('mock/response-form', `an output with ${one}`, shown(thing))];
  return [
    ...kindsOf(thing, one, one),
    ...repeats.flatMap((member) => repeatProblems(member, input, thing, one)),
  ];
}

/** Snapshots have a schema of their own. */
const kindsOf = (thing: Loose, member: string, where: string): Problem[] =>
  /^DBClusterSnapshots?$/.test(member) ? [] : kindProblems(thing, where);

function listProblems(operation: Action, input: Loose, list: readonly Loose[]): Problem[] {
  const { many = '', selects = [], id, arn } = forms[operation];
  const each = list.flatMap((thing, i) => [
    ...kindsOf(thing, many, `${many}[${i}]`),
    ...selects.flatMap((member) => repeatProblems(member, input, thing, `${many}[${i}]`)),
  ]);
  const asked = id === undefined ? undefined : input[id];
  if (typeof asked !== 'string' || asked === '' || id === undefined || arn === undefined) return each;
  if (list.length === 0) {
    if (input['SnapshotType'] !== undefined || input['Filters'] !== undefined) return each;
    return [
      ...each,
      problem('mock/other-answer', `${asked}, or the fault that it is not found`, 'an empty list'),
    ];
  }
  const strange = list.find((thing) => {
    const told = [thing[id], thing[arn]].filter((name) => name !== undefined);
    return told.length > 0 && !told.some((name) => isSame(name, asked));
  });
  if (strange === undefined) return each;
  return [...each, problem('mock/other-answer', `${id} ${shown(asked.toLowerCase())}`, shown(strange[id]))];
}

const isSame = (name: unknown, asked: string): boolean =>
  typeof name === 'string' && name.toLowerCase() === asked.toLowerCase();

/** A member that is told must be as it was asked for; what is named by an ARN is told by its name. */
function repeatProblems(member: string, input: Loose, thing: Loose, where: string): Problem[] {
  const asked = input[member];
  const told = thing[member];
  if (typeof asked !== 'string' || asked === '' || told === undefined || looksLikeArn(asked)) return [];
  const expected = member.endsWith('Identifier') ? asked.toLowerCase() : asked;
  if (told === expected) return [];
  return [problem('mock/other-answer', `${where}.${member} ${shown(expected)}`, shown(told))];
}
