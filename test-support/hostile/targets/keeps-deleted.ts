import { emptySuccess } from '../answers.ts';
import { hostile } from '../target.ts';

export const keepsDeleted = hostile(
  {
    name: 'answers Delete, and keeps',
    why: 'a stub of deletion; what is left must be named, and not be taken for a copy later',
    expected: { exit: [0, 1, 2], leftBehind: /ncc-/ },
  },
  () => ({
    answer: (call, honestly) => (call.action.startsWith('Delete') ? emptySuccess(call) : honestly()),
  }),
);
