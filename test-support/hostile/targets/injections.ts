import { isLook, withBody } from '../answers.ts';
import { fewRules, hostile } from '../target.ts';

/** Texts that mean something to whoever shows or runs them, as XML. */
const texts = {
  'shell, escapes, workflow commands, markup': [
    '$(touch ncc-pwned)',
    '`touch ncc-pwned`',
    "'; touch ncc-pwned; '",
    '&#127;&#x9b;31mred',
    '&#13;overwritten',
    '&#10;::error::pwned',
    '&#10;::add-mask::conforms',
    '&#10;##[error]pwned',
    '&lt;script&gt;pwned()&lt;/script&gt;',
    '&quot; onmouseover=&quot;pwned()',
    '](javascript:pwned())',
    '|&#10;| pwned | pass |',
    '\u202epwned',
    ']]&gt;&lt;failure/&gt;',
  ].join(' '),
  'escapes that XML forbids, as references': '&#x1b;[2J&#x1b;]0;pwned&#7;',
  'escapes that XML forbids, as they are': '\u001b[31mred\u001b[0m\u0007\u0000',
};

/** Control characters, but for the ends of lines and tabs. */
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const markup = /<script>pwned/;
const commands = [/^::(error|add-mask)::/m, /^##\[error\]/m];

/** What would be more than text to whoever shows it. JSON has its own escapes, and nobody shows it as it is. */
const neverIn = {
  stdout: [control, ...commands],
  stderr: [control, ...commands],
  text: [control, ...commands],
  github: [control, ...commands],
  // Markup in a block of code is text: contracts/hostile-texts.test.ts reads the whole as GitHub does.
  markdown: [control, /^\| pwned/m],
  html: [markup, /" onmouseover="pwned/],
  junit: [control, /\]\]><failure\/>/],
} as const;

export const injections = Object.entries(texts).map(([what, text]) =>
  hostile(
    {
      name: `has ${what} in names, messages and ARNs`,
      why: 'text of the target reaches terminals, shells, browsers and workflows',
      expected: { exit: [1, 2], neverIn },
      rules: fewRules,
    },
    () => ({
      answer(call, honestly) {
        const answer = honestly();
        if (isLook(call) && answer.status === 200) return answer;
        return withBody(
          answer,
          answer.body.replaceAll(
            /<(Message|VpcId|EngineVersion|DBClusterSnapshotArn|Code)>([^<]*)</g,
            (_all, name: string, value: string) => `<${name}>${value}${text}<`,
          ),
        );
      },
    }),
  ),
);
