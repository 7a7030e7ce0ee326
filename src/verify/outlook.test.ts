import { describe, expect, it } from 'vitest';
import { directedCase, missingSource, situation } from '../../test-support/fakes.ts';
import type { WorldDocument } from '../contract/generated/types.ts';
import { planFor } from '../harness/run/plan-for.ts';
import { outlookOf, type OutlookOptions } from './outlook.ts';

/** What there is at once in a run of one case in each of these worlds. */
function atOnce(worlds: readonly WorldDocument[], options: OutlookOptions = {}): readonly number[] {
  const cases = worlds.map((given, i) =>
    directedCase({ id: `family/${i}`, situation: situation({ given }) }),
  );
  const { clusters, snapshots, keys } = outlookOf(planFor({ cases }).plan, options).atOnce;
  return [clusters, snapshots, keys];
}

describe('what there is at once', () => {
  const key = { keys: { k: {} } };
  const two = { keys: { k: {}, l: {}, m: { region: 'elsewhere' } } } as const;

  it.each<[name: string, worlds: readonly WorldDocument[], options: OutlookOptions, expected: number[]]>([
    ['an empty world: the copy', [{}], {}, [0, 1, 0]],
    ['a snapshot and its cluster', [{ snapshots: { a: {} } }], {}, [1, 2, 0]],
    ['a copy needs no cluster', [{ snapshots: { a: {}, b: { copyOf: 'a' } } }], {}, [1, 3, 0]],
    [
      'what is being copied is copied from another',
      [{ snapshots: { a: { status: 'copying' } } }],
      {},
      [1, 3, 0],
    ],
    ['the larger of two worlds', [{}, { snapshots: { a: {}, b: {} } }], {}, [2, 3, 0]],
    [
      'two worlds side by side',
      [{ snapshots: { a: {} } }, { snapshots: { a: {}, b: {} } }],
      { jobs: 2 },
      [3, 7, 0],
    ],
    ['keys of the same kind are handed on', [key, two], {}, [0, 1, 3]],
    ['but not to a world that stands beside', [key, two], { jobs: 2 }, [0, 4, 4]],
    ['a replica is a key, too', [{ keys: { k: { replicas: ['elsewhere'] } } }], {}, [0, 1, 2]],
    ['a quota that nobody told', [{ places: [{ manualSnapshotsLeft: 1 }] }], {}, [1, 102, 0]],
    ['a quota that was told', [{ places: [{ manualSnapshotsLeft: 1 }] }], { quota: 5 }, [1, 5, 0]],
    ['copies in progress', [{ places: [{ copiesInProgress: 4 }] }], {}, [1, 6, 0]],
    ['a search', [{}], { search: { runs: 1, maxCalls: 30 } }, [7, 30, 4]],
    ['searches side by side', [{}], { search: { runs: 3, maxCalls: 30 }, jobs: 2 }, [14, 60, 8]],
    ['a short search', [{}], { search: { runs: 1, maxCalls: 3 } }, [3, 3, 4]],
    ['a search of nothing', [{}], { search: { runs: 0, maxCalls: 30 } }, [0, 1, 0]],
  ])('%s', (_, worlds, options, expected) => {
    expect(atOnce(worlds, options)).toEqual(expected);
  });
});

it('counts what a plan has', () => {
  const { plan } = planFor({ cases: [directedCase(), missingSource], pairs: 10 });
  expect(outlookOf(plan, { search: { runs: 3, maxCalls: 5 } })).toMatchObject({
    worlds: 1,
    cases: 2,
    rules: 2,
    pairs: 0,
    calls: 2,
    sequences: 3,
  });
});
