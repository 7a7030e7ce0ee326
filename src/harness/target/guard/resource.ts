import { placeKey, type Caller } from '../../../model/index.ts';

/** What a run can make at a target, and has to remove again. */
export type ResourceKind = 'snapshot' | 'cluster' | 'key' | 'alias';

/** One thing at a target: AWS tells it from all others by these three. */
export interface Resource {
  readonly kind: ResourceKind;
  readonly place: Caller;
  /** Identifier as it was asked for, in its own case; a key's id; an alias with its `alias/`. */
  readonly name: string;
}

/** What stands for the resource in a map. Names are told apart by their case, as some targets do. */
export const resourceKey = ({ kind, place, name }: Resource): string => `${kind} ${placeKey(place)} ${name}`;

/** A resource in words. */
export const describeResource = ({ kind, place, name }: Resource): string =>
  `${kind} ${name} (${placeKey(place)})`;
