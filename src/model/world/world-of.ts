import type { WorldDocument } from '../../contract/generated/types.ts';
import { plainSetting, type Setting } from './bindings.ts';
import { realise } from './fixture.ts';
import { anotherRegion } from './partitions.ts';
import type { Caller } from './place.ts';
import { emptyWorld, type World } from './world.ts';

/** What a world is like besides what is in it. */
export interface WorldSetting {
  /** Who plays `self` and `here` in the document: 111111111111 in us-east-1 unless told. */
  readonly caller?: Caller;
  /** Who plays `other` and `elsewhere`: another account, and another Region of the same partition, unless told. */
  readonly other?: Caller;
  /** The name in AWS of what has this name in the document; the same unless told. */
  readonly nameOf?: Setting['nameOf'];
  /** The time at which it starts; 2026-01-01T00:00:00Z unless told. */
  readonly clock?: Date;
  /** How many milliseconds a copy takes; unless told, it is available at once. */
  readonly copyDuration?: number;
}

/**
 * Makes a world of a document (`spec/world.schema.json`), which is taken as it is: the function of the same name for
 * tests checks it, and reads it from a text. What is not told is as it usually is: the caller's own account and Region,
 * manual, available, unencrypted. Throws where a name in it leads nowhere.
 *
 * @example
 * const caller = { account: '123456789012', region: 'eu-west-1' };
 * const world = worldOf({ snapshots: { nightly: { tags: [{ Key: 'team', Value: 'graph' }] } } }, { caller });
 */
export function worldOf(document: WorldDocument, options: WorldSetting = {}): World {
  const { accounts: plain, regions } = plainSetting;
  const { caller = { account: plain.self, region: regions.here } } = options;
  const {
    account: other = caller.account === plain.other ? plain.self : plain.other,
    region: elsewhere = anotherRegion(caller.region),
  } = options.other ?? {};
  const setting: Setting = {
    accounts: { self: caller.account, other },
    regions: { here: caller.region, elsewhere },
    nameOf: options.nameOf ?? ((handle) => handle),
  };
  return realise(document, setting, {}, emptyWorld(options.clock?.getTime(), options.copyDuration)).world;
}
