import { describe, expect, it } from 'vitest';
import { precedence } from '../model/index.ts';
import { rules } from '../contract/generated/catalogue.ts';
import { judgeAlone } from './judge-alone.ts';
import type { KnownCaller, PlannedCopy } from './plan.ts';

const planned = (caller: KnownCaller): PlannedCopy =>
  ({
    request: { SourceDBClusterSnapshotIdentifier: 'a', TargetDBClusterSnapshotIdentifier: 'b' },
    caller,
    at: { line: 1, column: 1 },
  }) as PlannedCopy;
const openFor = (caller: KnownCaller): readonly string[] =>
  judgeAlone()(planned(caller)).unchecked.flatMap((group) => group.rules);
const idsThatNeed = (...needs: readonly string[]): string[] =>
  rules.filter((rule) => needs.includes(rule.needs ?? '')).map(({ id }) => id);

describe('what is judged without a world', () => {
  it.each<[caller: KnownCaller, unchecked: readonly string[]]>([
    [{}, ['world', 'part-of-world', 'region', 'caller']],
    [{ region: 'us-east-1' }, ['world', 'part-of-world', 'caller']],
    [{ account: '111111111111', region: 'us-east-1' }, ['world', 'part-of-world']],
  ])('follows from the catalogue: %j', (caller, unchecked) => {
    expect([...openFor(caller)].sort()).toEqual(idsThatNeed(...unchecked).sort());
  });

  it('says of each precondition what it needs', () => {
    const told = new Set(rules.flatMap(({ id, needs }) => (needs === undefined ? [] : [id as string])));
    expect(precedence.filter(({ id }) => !told.has(id))).toEqual([]);
  });
});
