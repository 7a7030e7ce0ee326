import * as kms from '@aws-sdk/client-kms';
import * as neptune from '@aws-sdk/client-neptune';
import * as sts from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import {
  kmsActions,
  listElements,
  neptuneActions,
  queryServices,
  stsActions,
  type Members,
} from './actions.ts';

/** A schema as the SDK carries it at run time: a kind, a name, and what depends on the kind. */
type Schema = readonly unknown[];
type Sdk = Readonly<Record<string, unknown>>;

const [list, structure] = [1, 3];
const scalars: ReadonlyMap<unknown, string> = new Map([
  [0, 'string'],
  [1, 'integer'],
  [2, 'boolean'],
  [4, 'time'],
]);

/** A schema, which may be given by a function, or together with traits. */
function resolved(schema: unknown): unknown {
  if (typeof schema === 'function') return resolved((schema as () => unknown)());
  if (Array.isArray(schema) && schema.length === 2 && typeof schema[0] !== 'number')
    return resolved(schema[0]);
  return schema;
}

/** The members of a structure by name, each with its schema. */
function membersOf(schema: unknown): ReadonlyMap<string, unknown> {
  const resolvedSchema = resolved(schema);
  if (!Array.isArray(resolvedSchema) || resolvedSchema[0] !== structure) return new Map();
  const [, , , , names, types] = resolvedSchema as [unknown, unknown, unknown, unknown, string[], unknown[]];
  return new Map(names.map((name, i) => [name, types[i]]));
}

/** The SDK's own view of a member, in the words of the table. 64 is a list of texts. */
function typeOf(schema: unknown): unknown {
  const type = resolved(schema);
  if (type === 64) return { element: 'member' };
  if (Array.isArray(type) && type[0] === structure) return 'object';
  if (!Array.isArray(type) || type[0] !== list) return scalars.get(type);
  const item = type[4] as unknown;
  const [content, traits] = Array.isArray(item) && item.length === 2 ? (item as Schema) : [item, {}];
  const element = (traits as { xmlName?: string }).xmlName ?? 'member';
  const texts: string[] = [];
  const lists: Record<string, string> = {};
  for (const [name, member] of membersOf(content)) {
    const type = typeOf(member);
    if (typeof type === 'object') lists[name] = (type as { element: string }).element;
    else texts.push(name);
  }
  if (texts.length === 0) return { element };
  return { element, members: texts, ...(Object.keys(lists).length > 0 && { lists }) };
}

function inputOf(sdk: Sdk, operation: string): ReadonlyMap<string, unknown> {
  const schema = sdk[`${operation}$`] as Schema | undefined;
  if (schema === undefined) throw new Error(`the SDK has no operation ${operation}`);
  return membersOf(schema[4]);
}

/** Members whose type in the table is another than the SDK's, for the reason that the table gives. */
const exceptions: Readonly<Record<string, unknown>> = { 'CopyDBClusterSnapshot.CopyTags': 'boolean-or-text' };

describe.each<[service: string, sdk: Sdk, actions: Readonly<Record<string, Members>>]>([
  ['neptune', neptune, neptuneActions],
  ['sts', sts, stsActions],
  ['kms', kms, kmsActions],
])('the operations of %s', (_, sdk, actions) => {
  it.each(Object.entries(actions))(
    '%s has the members that the SDK has, each of its type or refused',
    (operation, members) => {
      const known = inputOf(sdk, operation);
      expect(Object.keys(members).sort()).toEqual([...known.keys()].sort());
      for (const [member, type] of Object.entries(members)) {
        if (type === 'unsupported') continue;
        const expected = exceptions[`${operation}.${member}`] ?? typeOf(known.get(member));
        expect({ member, type }).toEqual({ member, type: expected });
      }
    },
  );
});

describe('the operations', () => {
  it('refuse few of the members that AWS has', () => {
    const refused = [neptuneActions, stsActions, kmsActions]
      .flatMap((actions) => Object.entries(actions))
      .map(([operation, members]) => [
        operation,
        Object.values(members).filter((type) => type === 'unsupported').length,
      ]);
    expect(Object.fromEntries(refused.filter(([, count]) => count !== 0))).toEqual({
      AssumeRole: 9,
      CreateDBCluster: 11,
      CreateDBInstance: 39,
      CreateGrant: 5,
      CreateKey: 4,
      DeleteDBInstance: 1,
      DescribeDBClusterSnapshots: 1,
      DescribeDBEngineVersions: 3,
      DescribeEvents: 1,
      DescribeKey: 1,
      ListTagsForResource: 1,
      ReplicateKey: 3,
      RestoreDBClusterFromSnapshot: 5,
    });
  });

  it('are those of the services that the SDK speaks', () => {
    const told = Object.values(queryServices).map(({ version, namespace }) => ({ version, namespace }));
    expect(told).toEqual([
      { version: '2014-10-31', namespace: 'http://rds.amazonaws.com/doc/2014-10-31/' },
      { version: '2011-06-15', namespace: 'https://sts.amazonaws.com/doc/2011-06-15/' },
    ]);
    expect(queryServices.neptune.actions).toBe(neptuneActions);
    expect(queryServices.sts.actions).toBe(stsActions);
  });
});

it.each<[listName: string, structureName: string]>([
  ['AvailabilityZones', 'DBClusterSnapshot'],
  ['DBClusterSnapshots', 'DBClusterSnapshotMessage'],
  ['DBClusters', 'DBClusterMessage'],
  ['DBClusterSnapshotAttributes', 'DBClusterSnapshotAttributesResult'],
  ['AttributeValues', 'DBClusterSnapshotAttribute'],
  ['TagList', 'TagListMessage'],
  ['DBClusterMembers', 'DBCluster'],
  ['VpcSecurityGroups', 'DBCluster'],
  ['EnabledCloudwatchLogsExports', 'DBCluster'],
  ['DBInstances', 'DBInstanceMessage'],
  ['DBEngineVersions', 'DBEngineVersionMessage'],
  ['Events', 'EventsMessage'],
  ['EventCategories', 'Event'],
])('the elements of %s in answers have the name that the SDK looks for', (name, of) => {
  const type = typeOf(membersOf((neptune as Sdk)[`${of}$`]).get(name));
  expect(type).toMatchObject({ element: listElements[name] ?? 'member' });
});
