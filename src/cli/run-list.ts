import { UsageError } from '../errors.ts';
import { planFor } from '../harness/run/plan-for.ts';
import { sequencesLeft } from '../harness/search/index.ts';
import { refuseAws } from '../harness/target/guard/aws-hosts.ts';
import { formatsOf, render, type Format } from '../reporters/index.ts';
import { listingOf } from '../reporters/list/listing.ts';
import { outlookText } from '../reporters/list/outlook-text.ts';
import { outlookOf } from '../verify/outlook.ts';
import { isWhole } from '../verify/select-cases.ts';
import type { VerifyFlags } from './flags.ts';
import type { ReportSink } from './options.ts';
import { casesOf, selectionOf } from './selection.ts';
import { usual } from '../contract/usual.ts';
import { checkSinks, writeSinks } from './write-reports.ts';

/** Runs `verify --list`. Resolves to the exit code. */
export async function runList(flags: VerifyFlags): Promise<number> {
  if (flags.dryRun === true) throw new UsageError('--list and --dry-run exclude each other');
  const sinks = (flags.report ?? [{ format: 'text' }]).map(listable);
  await checkSinks(sinks);
  const { plan, sequences } = planOf(flags);
  const listing = listingOf([...plan.cases.map((planned) => planned.case), ...sequences], flags);
  await writeSinks(sinks, (format, color) => render('list', format, listing, { color }));
  return 0;
}

/** Runs `verify --dry-run`. Resolves to the exit code. */
export function runDry(flags: VerifyFlags): Promise<number> {
  refuseAws(flags.endpoint);
  refuseAws(flags.kmsEndpoint);
  const { plan, leftOut, sequences } = planOf(flags);
  const { quota, runs, maxCalls, endpoint } = flags;
  const outlook = outlookOf(plan, {
    jobs: flags.jobs ?? usual.jobs.slow,
    directed: sequences,
    ...(quota !== undefined && { quota }),
    ...(isWhole(selectionOf(flags)) && { search: { runs: ownOf(runs, flags), maxCalls } }),
  });
  process.stdout.write(
    outlookText(outlook, { ...(endpoint !== undefined && { endpoint }), maxCalls, leftOut }),
  );
  return Promise.resolve(0);
}

/** What the run that the flags ask for has to do, and how many cases it leaves out on purpose. */
function planOf(flags: VerifyFlags) {
  const { cases, sequences: selected } = casesOf(flags);
  const { without = [], shard } = flags;
  const { index, count } = shard ?? { index: 1, count: 1 };
  const own = selected.filter((_, at) => at % count === index - 1);
  const sequences = sequencesLeft(own, without);
  const { plan, leftOut } = planFor({
    cases,
    pairs: flags.pairs,
    without,
    ...(shard !== undefined && { shard }),
  });
  return { plan, sequences, leftOut: leftOut.length + own.length - sequences.length };
}

/** How many of the sequences are this part's own: those whose place leaves the part's number, less one, over. */
const ownOf = (runs: number, { shard: { index, count } = { index: 1, count: 1 } }: VerifyFlags): number =>
  Math.max(0, Math.ceil((runs - index + 1) / count));

function listable({ format, file }: ReportSink): ReportSink<Format<'list'>> {
  const formats = formatsOf('list');
  const known = formats.find((each) => each === format);
  if (known === undefined)
    throw new UsageError(`--list has no format "${format}"; there are ${formats.join(', ')}.`);
  return { format: known, ...(file !== undefined && { file }) };
}
