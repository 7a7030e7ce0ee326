import { plural, oneLine } from '../run/words.ts';
import { painter, type Paint } from '../kit/paint.ts';
import type { RenderOptions } from '../kit/render-options.ts';
import { shown } from '../kit/shown.ts';
import type { Evidence, ProposedRow, RuleEvidence, Seen, SilentMember } from '../../verify/evidence/index.ts';

/** What comes first: what the contract has to learn. */
const order: readonly (readonly [Seen, string])[] = [
  ['contradicts', 'Contradicted'],
  ['conflicting', 'Conflicting'],
  ['settles', 'Settled, where the contract says nothing'],
  ['confirms', 'Confirmed'],
  ['open', 'Left open'],
];

/** What recordings say of the contract, for people at a terminal. */
export function renderText(whole: Evidence, options: RenderOptions): string {
  const { recordings, accounts, regions, rules, members, rows } = shown(whole);
  const paint = painter(options);
  const ofAws = recordings.filter(({ aws }) => aws).length;
  const sections = [
    `${plural(recordings.length, 'recording')}, ${ofAws} of AWS` +
      (ofAws === 0 ? '' : ` (${plural(accounts, 'account')}; ${regions.join(', ')})`),
    ...order.map(([seen, title]) =>
      section(
        title,
        rules.filter((rule) => rule.seen === seen),
        paint,
      ),
    ),
    members.length === 0
      ? ''
      : [paint('bold', 'Members of a copy of which no rule says anything'), ...members.map(memberLine)].join(
          '\n',
        ),
    rows.length === 0
      ? 'No rows are proposed: these are of answers of AWS only.'
      : `${paint('bold', 'Proposed rows')} (--report patch=FILE writes them as a patch of spec/rules.yaml)\n${rows.map(rowLine).join('\n')}`,
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function section(title: string, rules: readonly RuleEvidence[], paint: Paint): string {
  const [first] = rules;
  if (first === undefined) return '';
  const heading = paint('bold', `${title}: ${plural(rules.length, 'rule')}`);
  if (first.seen === 'open') return `${heading}\n  ${rules.map(({ rule }) => rule).join(', ')}`;
  return [heading, ...rules.flatMap(linesOf)].join('\n');
}

/** Most cases that are named with an answer. */
const mostNamed = 3;

function linesOf({ rule, observations }: RuleEvidence): readonly string[] {
  const answers = observations.flatMap(({ recording, bearing, answers: own }) =>
    own.map(({ answer, cases }) => {
      const named = cases.slice(0, mostNamed).join(', ');
      const more = cases.length > mostNamed ? ` and ${cases.length - mostNamed} more` : '';
      return `    ${bearing}: ${oneLine(answer)} (${recording}: ${named}${more})`;
    }),
  );
  return [`  ${rule}`, ...new Set(answers)];
}

function rowLine({ rule, of, as, from, to, recording, effects }: ProposedRow): string {
  const what = as === 'provenance' ? 'observed' : 'observed otherwise';
  const stands = from === to ? `stays ${from}` : `${from} becomes ${to}`;
  const changes = effects.map(
    ({ target, fails }) => `; ${target} ${fails ? 'would fail by it' : 'would fail by it no longer'}`,
  );
  return `  ${rule} (${of}): ${what} in ${recording.region} on ${recording.date}: ${stands}${changes.join('')}`;
}

/** Whether a member is that of the source, in each recording where they do not say the same. */
function memberLine({ member, from, seen }: SilentMember): string {
  const said = new Set(seen.map(({ likeSource }) => likeSource));
  const say = (likeSource: boolean): string => (likeSource ? 'that of the source' : 'its own');
  const [only, another] = said;
  const what =
    another === undefined && only !== undefined
      ? say(only)
      : seen
          .map(
            ({ recording, likeSource, cases }) =>
              `${say(likeSource)} (${recording}: ${plural(cases.length, 'case')})`,
          )
          .join(', ');
  return `  ${member}, of a copy from ${from}: ${oneLine(what)}`;
}
