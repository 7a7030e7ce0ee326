import type { RequestTemplate } from '../../contract/generated/types.ts';
import type { CopyRequest } from '../rules/facts.ts';
import { partitionOf } from './partitions.ts';
import { uuidFrom } from './world.ts';

/** Who plays the roles of a case, and how its names are made real. */
export interface Setting {
  readonly accounts: { readonly self: string; readonly other: string };
  readonly regions: { readonly here: string; readonly elsewhere: string };
  /** Real name for an abstract one; `new` is the name of the copy. A valid identifier of at most 50 characters. */
  nameOf(handle: string): string;
}

/** What the abstract names of a world stand for. */
export interface Bindings {
  readonly setting: Setting;
  readonly keys: Readonly<Record<string, KeyBinding>>;
  readonly snapshots: Readonly<Record<string, SnapshotBinding>>;
}

/** A key's real names. */
export interface KeyBinding {
  readonly id: string;
  readonly arn: string;
  readonly alias: string;
  readonly aliasArn: string;
}

/** A snapshot's real names. */
export interface SnapshotBinding {
  readonly name: string;
  readonly arn: string;
}

/** Names as they are, in two accounts and two Regions: for worlds that need no target. */
export const plainSetting: Setting = {
  accounts: { self: '111111111111', other: '222222222222' },
  regions: { here: 'us-east-1', elsewhere: 'eu-west-1' },
  nameOf: (handle) => handle,
};

/** Fills a request template with real names. Throws when it names what the bindings do not have. */
export function fillRequest(template: RequestTemplate, bindings: Bindings): CopyRequest {
  const fill = (text: string): string => fillText(text, bindings);
  const request: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(template) as [string, unknown][]) {
    if (value === null || value === undefined) continue;
    if (typeof value === 'string') request[member] = fill(value);
    else if (member === 'Tags')
      request[member] = fillTags(value as NonNullable<RequestTemplate['Tags']>, fill);
    else request[member] = value;
  }
  return request;
}

function fillTags(tags: NonNullable<RequestTemplate['Tags']>, fill: (text: string) => string): unknown {
  if ('generate' in tags) {
    return Array.from({ length: tags.generate }, (_, i) => ({
      Key: `key-${i + 1}`,
      Value: `value-${i + 1}`,
    }));
  }
  return tags.map(({ Key, Value }) => ({
    ...(Key !== undefined && { Key: fill(Key) }),
    ...(Value !== undefined && { Value: fill(Value) }),
  }));
}

/** Fills `{…}` in a text; braces around anything else stay as they are. */
export function fillText(text: string, bindings: Bindings): string {
  return text.replace(
    /\{([a-z][a-zA-Z0-9-]*)(?:\.([a-zA-Z]+))?((?::[^{}:]*)*)\}/g,
    (_, name: string, part: string | undefined, suffix: string) => {
      const options = suffix.split(':').slice(1);
      if (name === 'repeat') return (options[0] ?? '').repeat(Number(options[1] ?? 0));
      const value = lookUp(name, part, bindings);
      return options.reduce((result, option) => applyOption(result, option), value);
    },
  );
}

function applyOption(value: string, option: string): string {
  if (option === 'upper') return value.toUpperCase();
  if (/^\d+$/.test(option)) return toLength(value, Number(option));
  throw new Error(`":${option}" is no option of a template; there are :upper and :LENGTH`);
}

/** The name, brought to the length: filled up, or only its first letter's run. */
function toLength(name: string, length: number): string {
  return name.length <= length ? name.padEnd(length, 'x') : name.replaceAll('-', '').slice(0, length);
}

function lookUp(name: string, part: string | undefined, { setting, keys, snapshots }: Bindings): string {
  const value = ((): string | undefined => {
    switch (name) {
      case 'new':
        return part === undefined ? setting.nameOf('new') : undefined;
      case 'region':
        return setting.regions[part as 'here' | 'elsewhere'];
      case 'account':
        return setting.accounts[part as 'self' | 'other'];
      case 'partition':
        return partitionOf(setting.regions.here);
      case 'unknown':
        return part === 'uuid' ? uuidFrom(0xdead) : setting.nameOf('unknown');
      default: {
        const key = keys[name];
        if (key !== undefined) return key[(part ?? 'id') as keyof KeyBinding];
        return snapshots[name]?.[(part ?? 'name') as keyof SnapshotBinding];
      }
    }
  })();
  if (value === undefined)
    throw new Error(`{${name}${part === undefined ? '' : `.${part}`}} names nothing in this world`);
  return value;
}
