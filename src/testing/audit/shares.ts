import { placeKey } from '../../model/world/place.ts';
import { problem, shown, type Problem } from './finding.ts';
import { isRecord } from './shapes.ts';
import { textOf, textsOf, type AnsweredCall, type Witness } from './witness.ts';

type Members = AnsweredCall['output'];

/** With whom a snapshot is shared, as far as calls have settled it. */
type Shares = ReadonlyMap<string, boolean>;

/** Holds the accounts with which a snapshot is shared to the calls that have changed that. */
export function shareWitness(): Witness {
  const known = new Map<string, Shares>();
  return {
    hear({ operation, input, output, caller }) {
      const name = textOf(input['DBClusterSnapshotIdentifier'])?.toLowerCase();
      if (name === undefined) return [];
      const key = `${placeKey(caller)}/${name}`;
      switch (operation) {
        case 'ModifyDBClusterSnapshotAttribute':
          if (input['AttributeName'] !== 'restore') return [];
          known.set(key, changed(known.get(key), input));
          return problems(known.get(key), output);
        case 'DescribeDBClusterSnapshotAttributes':
          return problems(known.get(key), output);
        case 'CreateDBClusterSnapshot':
        case 'DeleteDBClusterSnapshot':
          known.delete(key);
      }
      return [];
    },
  };
}

function changed(before: Shares | undefined, input: Members): Shares {
  const entries = (member: string, is: boolean): readonly (readonly [string, boolean])[] =>
    textsOf(input[member]).map((account) => [account, is]);
  return new Map([...(before ?? []), ...entries('ValuesToAdd', true), ...entries('ValuesToRemove', false)]);
}

interface Attribute {
  readonly AttributeName?: unknown;
  readonly AttributeValues?: unknown;
}

/** What is settled, beside the accounts of an answer; none when it tells no attributes. */
function problems(known: Shares = new Map<string, boolean>(), output: Members): Problem[] {
  const { DBClusterSnapshotAttributesResult: result } = output;
  const list = isRecord(result) ? result['DBClusterSnapshotAttributes'] : undefined;
  if (!Array.isArray(list)) return [];
  const restore: Attribute = list.filter(isRecord).find((each) => each['AttributeName'] === 'restore') ?? {};
  const told = textsOf(restore.AttributeValues);
  return [...known].flatMap(([account, is]) =>
    told.includes(account) === is
      ? []
      : [problem('mock/shares', `restore ${is ? 'with' : 'without'} ${account}`, `restore ${shown(told)}`)],
  );
}
