import type { PreconditionId } from '../../contract/generated/catalogue.ts';
import { isIdentifier } from '../world/arn.ts';
import { precedence } from '../rules/judge.ts';
import type { Place } from '../world/place.ts';
import { fillMessage, say, type Said } from '../world/say.ts';
import * as tag from '../world/tags.ts';
import { worst } from '../world/ternary.ts';
import { placeState, type World } from '../world/world.ts';
import { refuseWith, type Reply } from './reply.ts';

/** What a check says: a refusal, or nothing when it is satisfied. */
export type Check = Reply<never> | undefined;

/** Refused with the canonical fault of a rule of the catalogue, in its words. */
export function refuseByRule(
  rule: PreconditionId,
  values: Readonly<Record<string, Said>> = {},
): Reply<never> {
  const entry = precedence.find(({ id }) => id === rule);
  if (entry === undefined) throw new Error(`the catalogue has no precondition ${rule}`);
  return refuseWith({ shape: entry.faults[0], message: fillMessage(entry.message, values) });
}

/** Refused because a value is not one the parameter takes. */
export const invalidValue = (message: string): Reply<never> =>
  refuseWith({ shape: 'InvalidParameterValue', message });

/** Refused because parameters do not go together. */
export const invalidCombination = (message: string): Reply<never> =>
  refuseWith({ shape: 'InvalidParameterCombination', message });

/** An input in which the named members are there. */
export type With<Input, Name extends keyof Input> = Input & {
  readonly [Member in Name]-?: NonNullable<Input[Member]>;
};

/** The input, or the fault of the first of the named members that is absent (MissingParameter) or empty (InvalidParameterValue). */
export function present<Input extends object, Name extends keyof Input & string>(
  input: Input,
  ...names: readonly Name[]
): With<Input, Name> | Reply<never>;
// Apart, because the compiler does not see what the loop makes sure of.
export function present(input: Readonly<Record<string, unknown>>, ...names: readonly string[]): object {
  for (const name of names) {
    if (input[name] === undefined) {
      return refuseWith({
        shape: 'MissingParameter',
        message: say`The request must contain the parameter ${name}.`,
      });
    }
    if (input[name] === '')
      return invalidValue(say`The parameter ${name} must be provided and must not be blank.`);
  }
  return input;
}

/** The syntax of a new name: InvalidParameterValue. */
export function checkIdentifier(parameter: string, text: string): Check {
  if (isIdentifier(text)) return undefined;
  return invalidValue(
    say`The parameter ${parameter} is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.`,
  );
}

const tagRules: readonly { rule: PreconditionId; isBroken: (tags: readonly tag.RawTag[]) => boolean }[] = [
  { rule: 'tag-key-required', isBroken: (tags) => worst(tags, tag.keyPresence) === 'broken' },
  { rule: 'tag-key-length', isBroken: (tags) => worst(tags, tag.keyLength) === 'broken' },
  { rule: 'tag-value-length', isBroken: (tags) => worst(tags, tag.valueLength) === 'broken' },
  { rule: 'tag-key-reserved-prefix', isBroken: (tags) => worst(tags, tag.keyPrefix) === 'broken' },
  { rule: 'tag-charset', isBroken: (tags) => worst(tags, tag.characters) === 'broken' },
  { rule: 'tag-count', isBroken: (tags) => tags.length > tag.maximumTags },
  { rule: 'tag-key-unique', isBroken: (tags) => tag.duplicateKey(tags) !== undefined },
];

/** Tags of a request, by the rules that also hold for a copy. */
export function checkTags(tags: readonly tag.RawTag[] = []): Check {
  const broken = tagRules.find(({ isBroken }) => isBroken(tags));
  return (
    broken &&
    refuseByRule(broken.rule, {
      tagKey: tag.duplicateKey(tags),
      prefix: tag.reservedPrefix(tags),
    })
  );
}

/** Whether one more manual snapshot of that name fits into the place. */
export function checkRoom(world: World, place: Place, name: string): Check {
  const { snapshots, manualCount, quotas } = placeState(world, place);
  if (snapshots.has(name.toLowerCase())) return refuseByRule('target-unique', { target: name });
  if (manualCount < quotas.manualSnapshots) return undefined;
  return refuseByRule('manual-snapshot-quota', { quota: quotas.manualSnapshots });
}

/** Neptune's operations make nothing of another engine. */
export const checkEngine = (engine: string): Check =>
  engine === 'neptune' ? undefined : invalidValue(say`Invalid DB engine: ${engine}`);
