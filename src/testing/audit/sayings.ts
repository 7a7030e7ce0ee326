import { looksLikeArn, parseSnapshotArn } from '../../model/world/arn.ts';
import { placeKey, samePlace, type Caller, type Place } from '../../model/world/place.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import { snapshotOf, snapshotsOf } from './shapes.ts';
import type { RecordedCall } from './recorded-call.ts';

/** What an answer says of one snapshot: what it looks like, or that it is not there. */
export interface Saying {
  readonly place: Place;
  /** Folded to lower case. */
  readonly name: string;
  /** Absent when the snapshot is not there. */
  readonly shape?: DBClusterSnapshot;
  /** Which call was answered so. */
  readonly call: number;
  readonly operation: string;
}

/** What the answer to a call says of snapshots. */
export function sayingsOf(call: RecordedCall, caller: Caller): readonly Saying[] {
  const { index, operation, answered } = call;
  const from = { call: index, operation };
  const { TargetDBClusterSnapshotIdentifier: target, DBClusterSnapshotIdentifier: asked } = call.input;
  const { FinalDBSnapshotIdentifier: last } = call.input;
  if (answered.kind === 'output') {
    const shape = snapshotOf(answered.output);
    switch (operation) {
      case 'CopyDBClusterSnapshot':
        if (typeof target !== 'string' || shape === undefined) return [];
        return [{ ...from, place: caller, name: target.toLowerCase(), shape }];
      case 'CreateDBClusterSnapshot':
        if (typeof asked !== 'string' || shape === undefined) return [];
        return [{ ...from, place: caller, name: asked.toLowerCase(), shape }];
      case 'DeleteDBCluster':
        if (typeof last !== 'string' || last === '') return [];
        return [{ ...from, place: caller, name: last.toLowerCase(), shape: { SnapshotType: 'manual' } }];
      case 'DescribeDBClusterSnapshots':
        return snapshotsOf(answered.output).flatMap((each) => {
          const address = addressOf({ ...namedBy(asked), ...each }, caller);
          return address === undefined ? [] : [{ ...from, ...address, shape: each }];
        });
      case 'DeleteDBClusterSnapshot':
        return gone(asked, caller).map((address) => ({ ...from, ...address }));
    }
  }
  const missing = answered.kind === 'error' && nameOf(answered.error) === 'DBClusterSnapshotNotFoundFault';
  if (operation !== 'DescribeDBClusterSnapshots' || !missing) return [];
  return gone(asked, caller).map((address) => ({ ...from, ...address }));
}

interface Address {
  readonly place: Place;
  readonly name: string;
}

function addressOf(snapshot: DBClusterSnapshot, caller: Caller): Address | undefined {
  const { DBClusterSnapshotArn: arn, DBClusterSnapshotIdentifier: name } = snapshot;
  const address = arn === undefined ? undefined : parseSnapshotArn(arn);
  if (address !== undefined) return { place: address, name: address.name };
  return name === undefined ? undefined : { place: caller, name: name.toLowerCase() };
}

/** What a request says of the snapshot that it names, for answers that say only the rest. */
function namedBy(asked: unknown): DBClusterSnapshot {
  if (typeof asked !== 'string') return {};
  return looksLikeArn(asked) ? { DBClusterSnapshotArn: asked } : { DBClusterSnapshotIdentifier: asked };
}

/** The address of a snapshot in the caller's own place; elsewhere not being seen is no news. */
function gone(asked: unknown, caller: Caller): readonly Address[] {
  if (typeof asked !== 'string') return [];
  if (!looksLikeArn(asked)) return [{ place: caller, name: asked.toLowerCase() }];
  const address = parseSnapshotArn(asked);
  return address !== undefined && samePlace(address, caller) ? [{ place: caller, name: address.name }] : [];
}

const nameOf = (error: unknown): unknown => (error as { readonly name?: unknown } | undefined)?.name;

/** The last that was said of each snapshot. */
export class Heard {
  private readonly last = new Map<string, Saying>();

  hear(saying: Saying): void {
    this.last.set(keyOf(saying.place, saying.name), saying);
  }

  of(place: Place, name: string): Saying | undefined {
    return this.last.get(keyOf(place, name));
  }
}

const keyOf = (place: Place, name: string): string => `${placeKey(place)}/${name}`;
