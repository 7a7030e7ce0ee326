import { isLook, withBody } from '../answers.ts';
import { fewRules, hostile } from '../target.ts';

const padding = `<!--${'x'.repeat(5 * 1024 * 1024)}-->`;
const text = 'y'.repeat(5 * 1024 * 1024);

export const fiveMegabytesOfComment = hostile(
  {
    name: 'answers five megabytes, most of it a comment',
    why: 'each answer is kept as evidence; together they were gigabytes',
    // Already the first answer is more than is read of one.
    expected: { exit: [2], report: false, says: /larger than 4 MiB/ },
    rules: fewRules,
  },
  () => ({
    answer(call, honestly) {
      const answer = honestly();
      if (call.service !== 'neptune') return answer;
      return withBody(
        answer,
        answer.body.replace('>', () => `>${padding}`),
      );
    },
  }),
);

export const fiveMegabytesInAMember = hostile(
  {
    name: 'answers with a member of five megabytes',
    why: 'expected and actual are written down in full',
    // Already the first answer is more than is read of one.
    expected: { exit: [2], report: false, says: /larger than 4 MiB/ },
    rules: fewRules,
  },
  () => ({
    answer(call, honestly) {
      const answer = honestly();
      if (!isLook(call) && call.action !== 'CopyDBClusterSnapshot') return answer;
      return withBody(
        answer,
        answer.body.replace(/<(VpcId|Message)>[^<]*/, (_all, name: string) => `<${name}>${text}`),
      );
    },
  }),
);
