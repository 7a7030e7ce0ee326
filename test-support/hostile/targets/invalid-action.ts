import { faultOf } from '../answers.ts';
import { hostile } from '../target.ts';

const message = 'Could not find operation';

export const invalidAction = hostile(
  {
    name: 'answers InvalidAction to everything',
    why: 'an emulator without Neptune',
    expected: { exit: [2], says: /InvalidAction/, report: false },
  },
  () => ({ answer: (call) => faultOf(call, 'InvalidAction', 400, message) }),
);

export const invalidActionButForLooks = hostile(
  {
    name: 'answers InvalidAction to everything but whoever looks',
    why: 'an emulator that only lists "conformed", for nothing could be measured',
    expected: { exit: [1], says: /not implemented/ },
    rules: [],
  },
  () => ({
    answer: (call, honestly) =>
      /^(Describe|List|Get)/.test(call.action) ? honestly() : faultOf(call, 'InvalidAction', 400, message),
  }),
);
