import { withForm, type Call } from '../call.ts';
import type { Deed, Honestly } from '../serve.ts';
import { hostile } from '../target.ts';
import { isLook } from '../answers.ts';

/** Parameters that choose what an operation of looking shows. */
const filters = ['DBClusterSnapshotIdentifier', 'DBClusterIdentifier', 'SnapshotType', 'MaxRecords'] as const;

const ignoring =
  (names: readonly string[]) =>
  (call: Call, honestly: Honestly): Deed => {
    if (call.service !== 'neptune' || !isLook(call) || call.action.endsWith('Attributes')) return honestly();
    return honestly(withForm(call.request, Object.fromEntries(names.map((name) => [name, undefined]))));
  };

export const ignoresFilters = hostile(
  {
    name: 'ignores all filters',
    why: 'emulators in their first version; every manual snapshot of the account was deleted',
    expected: { exit: [0, 1, 2] },
  },
  () => ({ answer: ignoring(filters) }),
);

export const ignoresFiltersInTheSearch = hostile(
  {
    name: 'ignores all filters, in all cases and the search',
    why: 'the search deletes what it did not expect',
    expected: { exit: [0, 1, 2] },
    rules: [],
  },
  () => ({ answer: ignoring(filters) }),
);

export const ignoresOneFilter = filters.map((filter) =>
  hostile(
    {
      name: `ignores the filter ${filter}`,
      why: 'a parameter that nobody wrote code for',
      expected: { exit: [0, 1, 2] },
    },
    () => ({ answer: ignoring([filter]) }),
  ),
);
