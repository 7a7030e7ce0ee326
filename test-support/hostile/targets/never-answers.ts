import { after, middle } from '../answers.ts';
import { hostile } from '../target.ts';

const silence = () => (): undefined => undefined;

export const neverAnswers = hostile(
  {
    name: 'never answers',
    why: 'a firewall that swallows',
    expected: { exit: [2], says: /cannot reach/, report: false },
  },
  () => ({ answer: silence }),
);

export const stopsAnswering = hostile(
  {
    name: 'stops answering in the middle',
    why: 'an emulator that hangs, with worlds of the run standing',
    expected: { exit: [2] },
  },
  () => ({ answer: after(middle, silence) }),
);

export const answersLooksOnly = hostile(
  {
    name: 'answers whoever looks, and nobody else',
    why: 'a read replica; creations may have gone through all the same',
    expected: { exit: [2] },
  },
  () => ({
    answer: (call, honestly) => {
      const answer = honestly();
      return /^(Describe|List|Get)/.test(call.action) ? answer : silence();
    },
  }),
);
