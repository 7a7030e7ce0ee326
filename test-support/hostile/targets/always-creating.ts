import { isSnapshotLook, replaced } from '../answers.ts';
import { hostile } from '../target.ts';

export const copiesAlwaysCreating = hostile(
  {
    name: 'has copies that are always creating',
    why: 'each was waited for a minute; two in a row are enough to know',
    expected: { exit: [1, 2] },
    rules: ['copy-progress', 'source-shared-by-arn', 'copy-described', 'source-one-step'],
  },
  () => ({ copyDuration: 3_600_000 }),
);

export const allAlwaysCreating = hostile(
  {
    name: 'has snapshots that are always creating',
    why: 'no world ever stands',
    expected: { exit: [1, 2] },
  },
  () => ({
    answer: (call, honestly) =>
      isSnapshotLook(call)
        ? replaced(honestly(), '<Status>available</Status>', '<Status>creating</Status>')
        : honestly(),
  }),
);
