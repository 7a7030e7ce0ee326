import { sayActual } from '../../contract/deviation-words.ts';
import type { OutcomeDifference, RecordingDiff } from '../../harness/recording/diff.ts';
import type { RecordedOutcome } from '../../harness/recording/outcome.ts';
import { painter, type Paint } from '../kit/paint.ts';
import type { RenderOptions } from '../kit/render-options.ts';
import { shown } from '../kit/shown.ts';
import { oneLine, plural } from '../run/words.ts';

/** What differs between two recordings, for people at a terminal: as a diff, calls that differ alike together. */
export function renderText(whole: RecordingDiff, options: RenderOptions): string {
  const { alike, differences, onlyBefore, onlyAfter } = shown(whole);
  const paint = painter(options);
  const labels = new Map<string, string[]>();
  for (const difference of differences) {
    const diff = asDiff(difference, paint);
    labels.set(diff, [...(labels.get(diff) ?? []), difference.label]);
  }
  const sections = [
    `${plural(alike, 'call')} ended alike, ${differences.length} otherwise`,
    ...[...labels].map(([diff, of]) => `${paint('bold', calledOf(of))}\n${diff}`),
    only('Only in the first', onlyBefore, paint),
    only('Only in the second', onlyAfter, paint),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

/** Most calls that are named where they differ alike. */
const mostNamed = 5;

const calledOf = (labels: readonly string[]): string =>
  labels.length <= mostNamed
    ? labels.join(', ')
    : `${labels.slice(0, mostNamed).join(', ')} and ${labels.length - mostNamed} more`;

const only = (title: string, labels: readonly string[], paint: Paint): string =>
  labels.length === 0 ? '' : [paint('bold', title), ...labels.map((label) => `  ${label}`)].join('\n');

function asDiff({ before, after }: OutcomeDifference, paint: Paint): string {
  const [from, to] = [linesOf(before), linesOf(after)];
  const lines = (own: readonly string[], other: readonly string[], sign: '-' | '+'): string[] =>
    own
      .filter((line) => !other.includes(line))
      .map((line) => paint(sign === '-' ? 'red' : 'green', `  ${sign} ${line}`));
  return [...lines(from, to, '-'), ...lines(to, from, '+')].join('\n');
}

/** How a call ended, a fact a line. */
function linesOf(outcome: RecordedOutcome): readonly string[] {
  if (outcome.kind === 'unmeasured') return [`not measured: ${oneLine(outcome.reason)}`];
  const { actual, copy } = outcome;
  return [
    oneLine(sayActual(actual)),
    ...Object.entries(copy?.members ?? {}).map(([member, value]) =>
      oneLine(`${member} ${JSON.stringify(value)}`),
    ),
    ...(copy?.tags === undefined ? [] : [oneLine(`tags ${JSON.stringify(copy.tags)}`)]),
    ...(copy?.unlikeSource === undefined
      ? []
      : [`unlike its source in ${copy.unlikeSource.join(', ') || 'nothing'}`]),
  ];
}
