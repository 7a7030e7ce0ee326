import { withBody } from '../answers.ts';
import { fewRules, hostile } from '../target.ts';

const names = [
  'hasOwnProperty',
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'then',
  'toJSON',
  'length',
  'prototype',
];
const elements = names.map((name) => `<${name}>polluted</${name}>`).join('');
const members = names.map((name) => `"${name}":"polluted"`).join(',');

export const elementNames = hostile(
  {
    name: 'has elements named hasOwnProperty, __proto__ and the like',
    why: 'objects made from names out of an answer lose their own methods',
    expected: { exit: [1, 2] },
  },
  () => ({
    answer(call, honestly) {
      const answer = honestly();
      if (call.service === 'kms') return withBody(answer, answer.body.replace(/^\{/, `{${members},`));
      // The SDK's own reader fails over them, so that a run would not get over the door.
      if (call.index < 20 && answer.status === 200) return answer;
      return withBody(
        answer,
        answer.body.replaceAll(/<(DBClusterSnapshot|\w+Result|Error)>/g, (start) => `${start}${elements}`),
      );
    },
  }),
);

export const elementNamesOnly = hostile(
  {
    name: 'answers copies with elements of such names only',
    why: 'the root of the answer is looked up by its name',
    expected: { exit: [1, 2] },
    rules: fewRules,
  },
  () => ({
    answer(call, honestly) {
      const answer = honestly();
      if (call.action !== 'CopyDBClusterSnapshot') return answer;
      return withBody(answer, `<__proto__>${elements}</__proto__>`);
    },
  }),
);
