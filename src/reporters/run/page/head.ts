import type { Report } from '../../../contract/generated/types.ts';
import type { Paint } from '../../kit/paint.ts';
import {
  briefVerdictOf,
  cutTo,
  describeCounts,
  effortOf,
  gateText,
  tooLargeText,
  verdictColors,
  wrapWords,
} from '../words.ts';
import { baselineCounts } from '../text-baseline.ts';
import { width } from './brief.ts';

/** Lines that a verdict may take; it is long where a target says at length why it could not be judged. */
const mostVerdict = 4;

/** What stands at the head of a page: the verdict, what was judged and how, and what the target can do. */
export function headLines(report: Report, paint: Paint): readonly string[] {
  const { target, summary, seed, run, tool, baseline } = report;
  const color = verdictColors[summary.exitCode];
  const verdict = wrapWords(
    `CopyDBClusterSnapshot at ${cutTo(target.name, 60)}: ${briefVerdictOf(report)}`,
    width,
  );
  const told = verdict.length <= mostVerdict ? verdict : [...verdict.slice(0, mostVerdict - 1), '…'];
  return [
    ...told.map((line) => paint(['bold', color], line)),
    cutTo(`${effortOf(report)}, seed ${seed}, ${gateText(report)}, version ${tool.version}`, width),
    `rules: ${describeCounts(summary.rules)}; cases: ${describeCounts(summary.cases)}`,
    ...capabilities(report),
    ...(baseline === undefined
      ? []
      : [`baseline ${baseline.file}: ${baselineCounts(baseline, target.name)}`]),
    ...(run.tooLarge === undefined ? [] : [tooLargeText(report)]),
  ];
}

/** What the target can do, and what not with its own words, in one line each. */
function capabilities({ target }: Report): readonly string[] {
  const can = target.capabilities.filter(({ available }) => available).map(({ name }) => name);
  const cannot = target.capabilities.filter(({ available }) => !available);
  const room = Math.floor((width - 'cannot: '.length) / Math.max(1, cannot.length));
  return [
    ...(can.length === 0 ? [] : [cutTo(`can: ${can.join(', ')}`, width)]),
    ...(cannot.length === 0
      ? []
      : [
          cutTo(
            `cannot: ${cannot.map(({ name, detail }) => withDetail(name, detail, room - 2)).join(', ')}`,
            width,
          ),
        ]),
  ];
}

/** A name with as much of the detail as there is room for. */
const withDetail = (name: string, detail: string, room: number): string =>
  room - name.length < 15 ? name : `${name} (${cutTo(detail, room - name.length - 3)})`;
