import { copy as modelCopy, findSnapshot, putSnapshot, removeSnapshot } from '../../model/index.ts';
import { addKey } from '../../model/world/fixture.ts';
import type { Facts } from '../../model/rules/facts.ts';
import type { KmsKey, Snapshot, SnapshotShape, World } from '../../model/index.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { Tag } from '../../contract/generated/types.ts';
import type { Call, Variant } from './endpoint.ts';
import { answerCopy, copying, refuse, understanding } from './mutant.ts';
import type { StatefulMutant } from './stateful.ts';

/** An endpoint with a bug that only one relation between calls shows. */
export interface RelationMutant extends StatefulMutant {
  /** The family of directed sequences that shows it. */
  readonly relation: 'independence' | 'freshness' | 'isolation' | 'order';
}

type Row = readonly [
  relation: RelationMutant['relation'],
  rule: RuleId,
  fewest: number,
  name: string,
  variant: () => Omit<Variant, 'name'>,
];

const rows: readonly Row[] = [
  // A snapshot, its copy, and what happens to one of them.
  [
    'independence',
    'copy-described',
    3,
    'gives copies the tags that their source gets and loses',
    () => ({
      aftermath: (after, call) => {
        const source = isTagging(call) ? byArn(after, call.form.get('ResourceName')) : undefined;
        if (source === undefined) return after;
        return copiesOf(after, source).reduce(
          (world, copy) => putSnapshot(world, { ...copy, tags: source.tags }),
          after,
        );
      },
    }),
  ],
  [
    'independence',
    'copy-leaves-source',
    3,
    'gives the source the tags that a copy gets and loses',
    () => ({
      aftermath: (after, call) => {
        const copy = isTagging(call) ? byArn(after, call.form.get('ResourceName')) : undefined;
        const source = copy && byArn(after, copy.shape.SourceDBClusterSnapshotArn);
        return copy && source ? putSnapshot(after, { ...source, tags: copy.tags }) : after;
      },
    }),
  ],
  [
    'independence',
    'copy-described',
    3,
    'lets copies go with their source',
    () => ({
      aftermath: (after, call) => {
        const source = deletedBy(call);
        if (source === undefined) return after;
        return copiesOf(after, source).reduce(
          (world, { place, name }) => removeSnapshot(world, place, name),
          after,
        );
      },
    }),
  ],
  [
    'independence',
    'copy-leaves-source',
    3,
    'lets the source go with a copy',
    () => ({
      aftermath: (after, call) => {
        const source = byArn(after, deletedBy(call)?.shape.SourceDBClusterSnapshotArn);
        return source === undefined ? after : removeSnapshot(after, source.place, source.name);
      },
    }),
  ],
  [
    'independence',
    'source-visible',
    4,
    'shares a copy with whom its source is shared with',
    () => copying((copy, { source }) => ({ ...copy, sharedWith: source?.sharedWith ?? [] })),
  ],
  [
    'independence',
    'source-visible',
    4,
    'shares the source with whom a copy is shared with',
    () => ({
      aftermath: (after, call) => {
        const copy = call.action === 'ModifyDBClusterSnapshotAttribute' ? namedBy(after, call) : undefined;
        const source = copy && byArn(after, copy.shape.SourceDBClusterSnapshotArn);
        return copy && source ? putSnapshot(after, { ...source, sharedWith: copy.sharedWith }) : after;
      },
    }),
  ],
  // Copies, what changes between them, and what is remembered of it.
  [
    'freshness',
    'copy-new-key',
    5,
    'remembers where an alias led when it was first used',
    () => {
      const led = new Map<string, string>();
      return understanding((request, { key }) => {
        const { KmsKeyId: id } = request;
        if (id?.startsWith('alias/') !== true || key?.kind !== 'found') return request;
        const first = led.get(id) ?? key.key.arn;
        led.set(id, first);
        return { ...request, KmsKeyId: first };
      });
    },
  ],
  [
    'freshness',
    'kms-key-accessible',
    4,
    'remembers that a key was enabled when its snapshot was copied before',
    () => remembering('Enabled'),
  ],
  [
    'freshness',
    'kms-key-accessible',
    5,
    'remembers that a key was disabled when its snapshot was copied before',
    () => remembering('Disabled'),
  ],
  [
    'freshness',
    'copy-tags-all',
    5,
    'remembers the tags that a source had when it was first copied',
    () => {
      const had = new Map<string, readonly Tag[]>();
      return copying((copy, { source, request }) => {
        if (source === undefined || request.CopyTags !== true || request.Tags !== undefined) return copy;
        const { DBClusterSnapshotArn: arn } = source.shape;
        const tags = had.get(arn) ?? copy.tags;
        had.set(arn, tags);
        return { ...copy, tags };
      });
    },
  ],
  [
    'freshness',
    'source-visible',
    5,
    'remembers that a snapshot was shared with the caller',
    () => {
      const open = new Set<string>();
      return seeing(({ world, caller, request }) => {
        const source = byArn(world, request.SourceDBClusterSnapshotIdentifier);
        if (source === undefined || source.place.account === caller.account) return world;
        const who = `${caller.account} ${source.shape.DBClusterSnapshotArn}`;
        if (source.sharedWith.includes(caller.account)) open.add(who);
        return open.has(who) ? putSnapshot(world, { ...source, sharedWith: [caller.account] }) : world;
      });
    },
  ],
  [
    'freshness',
    'copy-inherits',
    5,
    'remembers of which cluster a source of that name was taken',
    () => {
      const clusters = new Map<string, Pick<SnapshotShape, 'DBClusterIdentifier'>>();
      return copying((copy, { source }) => {
        const { DBClusterSnapshotArn: arn = '', DBClusterIdentifier } = source?.shape ?? {};
        const first = clusters.get(arn) ?? (DBClusterIdentifier === undefined ? {} : { DBClusterIdentifier });
        clusters.set(arn, first);
        return { ...copy, shape: { ...copy.shape, ...first } };
      });
    },
  ],
  // A copy, and a look at places that are no party to it.
  [
    'isolation',
    'copy-arn',
    2,
    'has a copy from another Region there, too',
    () => ({
      aftermath: besideSource(({ place }, source) => place.region !== source.place.region),
    }),
  ],
  [
    'isolation',
    'copy-arn',
    3,
    'has a copy from another account there, too',
    () => ({
      aftermath: besideSource(({ place }, source) => place.account !== source.place.account),
    }),
  ],
  // Two copies alike, and what comes between them.
  [
    'order',
    'copy-no-tags-by-default',
    3,
    'remembers the tags that a refused copy of that name was to have',
    () => {
      const asked = new Map<string, readonly Tag[]>();
      return {
        copy: (facts, call) => {
          const [, outcome] = modelCopy(facts.world, facts.caller, facts.request);
          const where = JSON.stringify([facts.caller.account, facts.caller.region, facts.target]);
          const before = asked.get(where) ?? [];
          if (outcome.kind === 'rejected') {
            asked.set(
              where,
              facts.tags.map(({ Key = '', Value = '' }) => ({ Key, Value })),
            );
            return undefined;
          }
          const { snapshot } = outcome;
          if (before.length === 0 || snapshot.tags.length > 0) return undefined;
          return answerCopy(call.world, { ...snapshot, tags: before }, call);
        },
      };
    },
  ],
  [
    'order',
    'copy-tags-all',
    4,
    'copies the tags of another snapshot once some were taken from it',
    () => {
      let last: string | undefined;
      return {
        aftermath: (after, call) => {
          if (call.action === 'RemoveTagsFromResource') last = call.form.get('ResourceName');
          const copy = copiedBy(after, call);
          const asked = call.form.get('CopyTags') === 'true' && !call.form.has('Tags.Tag.1.Key');
          const tagged = byArn(after, last);
          if (copy === undefined || tagged === undefined || !asked) return after;
          return last === copy.shape.SourceDBClusterSnapshotArn
            ? after
            : putSnapshot(after, { ...copy, tags: tagged.tags });
        },
      };
    },
  ],
];

/** Endpoints that no copy gives away when it is made. */
export const relations: readonly RelationMutant[] = rows.map(([relation, rule, fewest, name, variant]) => ({
  name,
  direction: 'in the course',
  rule,
  relation,
  fewest,
  variant,
}));

const isTagging = ({ action }: Call): boolean =>
  action === 'AddTagsToResource' || action === 'RemoveTagsFromResource';

const all = (world: World): readonly Snapshot[] =>
  [...world.places.values()].flatMap(({ snapshots }) => [...snapshots.values()]);

const byArn = (world: World, arn: string | undefined): Snapshot | undefined =>
  all(world).find(({ shape }) => shape.DBClusterSnapshotArn === arn);

const copiesOf = (world: World, { shape: { DBClusterSnapshotArn: arn } }: Snapshot): readonly Snapshot[] =>
  all(world).filter(({ shape }) => shape.SourceDBClusterSnapshotArn === arn);

/** The snapshot that a call names, in the place of the caller. */
const namedBy = (
  world: World,
  { caller, form }: Call,
  member = 'DBClusterSnapshotIdentifier',
): Snapshot | undefined => caller && findSnapshot(world, caller, (form.get(member) ?? '').toLowerCase());

const deletedBy = (call: Call): Snapshot | undefined =>
  call.action === 'DeleteDBClusterSnapshot' ? namedBy(call.world, call) : undefined;

const copiedBy = (after: World, call: Call): Snapshot | undefined =>
  call.action === 'CopyDBClusterSnapshot'
    ? namedBy(after, call, 'TargetDBClusterSnapshotIdentifier')
    : undefined;

/** An endpoint that copies as if the world were another. */
const seeing = (look: (facts: Facts) => World): Pick<Variant, 'copy'> => ({
  copy: (facts, call) => {
    const seen = look(facts);
    if (seen === facts.world) return undefined;
    const [, outcome] = modelCopy(seen, facts.caller, facts.request);
    return outcome.kind === 'rejected'
      ? refuse(call, outcome.fault.shape)
      : answerCopy(call.world, outcome.snapshot, call);
  },
});

/** Lets a copy stand beside its source as well. */
const besideSource =
  (where: (copy: Snapshot, source: Snapshot) => boolean): NonNullable<Variant['aftermath']> =>
  (after, call, answer) => {
    const copy = answer.status < 300 ? copiedBy(after, call) : undefined;
    const source = byArn(after, copy?.shape.SourceDBClusterSnapshotArn);
    if (copy === undefined || source === undefined || !where(copy, source)) return after;
    if (findSnapshot(after, source.place, copy.name) !== undefined) return after;
    return putSnapshot(after, { ...copy, place: source.place });
  };

/** An endpoint for which a key stays in a state in which it was met when the source was copied before. */
function remembering(state: KmsKey['state']): Pick<Variant, 'copy'> {
  const met = new Set<string>();
  return seeing(({ world, key: reference, source }) => {
    if (reference?.kind !== 'found') return world;
    const { key } = reference;
    const both = `${key.arn} ${source?.shape.DBClusterSnapshotArn}`;
    if (key.state === state) met.add(both);
    return met.has(both) && key.state !== state ? addKey(world, { ...key, state }) : world;
  });
}
