import { parseArn, snapshotArn } from '../../model/world/arn.ts';
import { isSystemTag } from '../../model/world/tags.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { Tag } from '../../contract/generated/types.ts';
import { ruleEntry } from '../../contract/provenance.ts';
import { mockRules, shown, type Problem } from './finding.ts';
import { textOf, textsOf, type AnsweredCall, type Witness } from './witness.ts';

/** The tags of something, as far as calls have settled them. */
interface KnownTags {
  /** By key: the value, or undefined where there is none of that key. */
  readonly values: ReadonlyMap<string, string | undefined>;
  /** Whether there are no others than these, but for those of AWS. */
  readonly complete: boolean;
  /** The rule that settled them last. */
  readonly rule: RuleId | 'mock/tags';
}

const nothing: KnownTags = { values: new Map(), complete: false, rule: 'mock/tags' };

/** Holds the tags that are listed to those that were given, added, removed and copied. */
export function tagWitness(): Witness {
  const known = new Map<string, KnownTags>();
  const alter = (key: string, entries: readonly (readonly [string, string | undefined])[]): void => {
    const before = known.get(key) ?? nothing;
    known.set(key, { ...before, values: new Map([...before.values, ...entries]), rule: 'mock/tags' });
  };
  return {
    hear(call) {
      const { operation, input, output, caller } = call;
      const resource = textOf(input['ResourceName']);
      const own = textOf(input['DBClusterSnapshotIdentifier']);
      switch (operation) {
        case 'CopyDBClusterSnapshot':
          known.set(keyOfTarget(call), copiedTags(call, known));
          return [];
        case 'AddTagsToResource':
          if (resource !== undefined) alter(folded(resource), pairs(tagsOf(input['Tags'])));
          return [];
        case 'RemoveTagsFromResource':
          if (resource !== undefined)
            alter(
              folded(resource),
              textsOf(input['TagKeys']).map((key) => [key, undefined]),
            );
          return [];
        case 'CreateDBClusterSnapshot':
        case 'DeleteDBClusterSnapshot':
          if (own !== undefined) known.delete(folded(snapshotArn(caller, own)));
          return [];
        case 'ListTagsForResource': {
          if (resource === undefined || !Array.isArray(output['TagList'])) return [];
          const told = tagsOf(output['TagList']);
          const problems = differences(known.get(folded(resource)) ?? nothing, told);
          known.set(folded(resource), { values: new Map(pairs(told)), complete: true, rule: 'mock/tags' });
          return problems;
        }
      }
      return [];
    },
  };
}

/** The tags of a copy; of its source's, those that were listed before. */
function copiedTags(
  { input, output, caller }: AnsweredCall,
  known: ReadonlyMap<string, KnownTags>,
): KnownTags {
  const given = tagsOf(input['Tags']);
  const copies = input['CopyTags'] === true;
  // What becomes of the source's where both are asked for, nobody knows.
  if (given.length > 0)
    return { values: new Map(pairs(given)), complete: !copies, rule: 'copy-assigns-tags' };
  if (!copies) return { values: new Map(), complete: true, rule: 'copy-no-tags-by-default' };
  const named = textOf(input['SourceDBClusterSnapshotIdentifier']) ?? '';
  const told = textOf(answered(output)['SourceDBClusterSnapshotArn']);
  const source = parseArn(named) === undefined ? (told ?? snapshotArn(caller, named)) : named;
  const { values, complete } = known.get(folded(source)) ?? nothing;
  const own = [...values].filter(([Key]) => !isSystemTag({ Key }));
  return { values: new Map(own), complete, rule: 'copy-tags-all' };
}

function keyOfTarget({ input, output, caller }: AnsweredCall): string {
  const target = textOf(input['TargetDBClusterSnapshotIdentifier']) ?? '';
  return folded(textOf(answered(output)['DBClusterSnapshotArn']) ?? snapshotArn(caller, target));
}

const answered = ({
  DBClusterSnapshot: snapshot,
}: AnsweredCall['output']): Readonly<Record<string, unknown>> =>
  (snapshot ?? {}) as Readonly<Record<string, unknown>>;

/** Snapshots and clusters are the same in whatever case they are named. */
const folded = (arn: string): string => arn.toLowerCase();

const isTag = (value: unknown): value is Tag =>
  typeof (value as { readonly Key?: unknown } | null | undefined)?.Key === 'string';

const tagsOf = (value: unknown): readonly Tag[] => (Array.isArray(value) ? value.filter(isTag) : []);
const pairs = (tags: readonly Tag[]): readonly (readonly [string, string])[] =>
  tags.map(({ Key, Value = '' }) => [Key, Value]);

function differences({ values, complete, rule }: KnownTags, told: readonly Tag[]): Problem[] {
  const found = new Map(pairs(told));
  const lost = [...values].filter(([key, value]) => found.get(key) !== value);
  const leaked = told.filter((tag) => complete && !values.has(tag.Key) && !isSystemTag(tag));
  const message = rule === 'mock/tags' ? mockRules[rule] : ruleEntry(rule).statement;
  const make = (expected: string, actual: string): Problem => ({ rule, message, expected, actual });
  return [
    ...lost.map(([key, value]) =>
      make(
        value === undefined ? `no tag ${shown(key)}` : `the tag ${shown(key)} with ${shown(value)}`,
        found.has(key) ? `${shown(key)} with ${shown(found.get(key))}` : 'no such tag',
      ),
    ),
    ...leaked.map(({ Key }) => make(`no tag ${shown(Key)}`, `${shown(Key)} with ${shown(found.get(Key))}`)),
  ];
}
