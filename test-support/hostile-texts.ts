import { mapTexts } from '../src/protocol/map-texts.ts';

/** What terminals, logs of CI, XML, HTML, markdown and JSON could stumble over. */
export const hostile = [
  '\u001b[31m\u001b]0;title\u0007\u009b0m\u0000\u0008\u007f\rover',
  '::error file=x::y',
  ' \t::add-mask::z',
  '##[error]a',
  'a ##[add-mask]b ##vso[task.setvariable variable=x]y',
  '\u202eright\u2066to\u2069left\u200b\u2028\u2029\u0085\ufeff\u{e0041}\ufffe\ud800',
  '</script></style></textarea></code></details></summary><img src=x onerror=alert(1)><!-- ]]> --> &#x1b; <b',
  '" onload="alert(1)" \' {{x}} ${x} %0A::error::z',
  '` `` ``` ```` ~~~',
  '```',
  '````',
  '# heading',
  '| a | b |\\|c|',
  '- [x] item',
  '@user @org/team [a](http://b.example) ![c](d) <http://e.example> https://f.example www.g.example h@i.example #1',
  '=====',
].join('\n');

/** Members whose texts are one of a few words, or have a form of their own. */
const fixed =
  /^(?:status|kind|of|level|aspect|gate|change|severity|verdict|what|failOn|startedAt|format|specHash|result)$/;

/** The value with every text of it hostile, but still another where it was another; a few have a line of 100 KB. */
export const madeHostile = <T>(value: T): T =>
  mapTexts(value, (text, path) => {
    const member = path.at(-1) ?? '';
    // Names of members are a schema's, but for those of scripts.
    if (typeof valueAt(value, path) === 'object')
      return /^reproduc(?:tion|ed)$/.test(member) ? `${text}\n::error::x\u001b|\`` : text;
    if (fixed.test(member)) return text;
    const long = /^(?:actual|response)$/.test(member) ? 'x'.repeat(100_000) : '';
    return `${hostile}\n${text}\n${hostile}${long}`;
  });

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((at, member) => (at as Record<string, unknown>)[member], value);
