import { UsageError } from '../errors.ts';
import { planFor } from '../harness/run/plan-for.ts';
import { refuseAws } from '../harness/target/guard/aws-hosts.ts';
import { formatsOf, render, type Format } from '../reporters/index.ts';
import { listingOf } from '../reporters/list/listing.ts';
import { outlookText } from '../reporters/list/outlook-text.ts';
import { outlookOf } from '../verify/outlook.ts';
import { isWhole } from '../verify/select-cases.ts';
import type { VerifyFlags } from './flags.ts';
import type { ReportSink } from './options.ts';
import { casesOf, selectionOf } from './selection.ts';
import { checkSinks, writeSinks } from './write-reports.ts';

/** Runs `verify --list`. Resolves to the exit code. */
export async function runList(flags: VerifyFlags): Promise<number> {
  if (flags.dryRun === true) throw new UsageError('--list and --dry-run exclude each other');
  const sinks = (flags.report ?? [{ format: 'text' }]).map(listable);
  await checkSinks(sinks);
  const { plan } = planOf(flags);
  const listing = listingOf(
    plan.cases.map((planned) => planned.case),
    flags,
  );
  await writeSinks(sinks, (format, color) => render('list', format, listing, { color }));
  return 0;
}

/** Runs `verify --dry-run`. Resolves to the exit code. */
export function runDry(flags: VerifyFlags): Promise<number> {
  refuseAws(flags.endpoint);
  refuseAws(flags.kmsEndpoint);
  const { plan, leftOut } = planOf(flags);
  const { quota, runs, maxCalls, endpoint } = flags;
  const outlook = outlookOf(plan, {
    side: flags.jobs,
    ...(quota !== undefined && { quota }),
    ...(isWhole(selectionOf(flags)) && { search: { runs: ownOf(runs, flags), maxCalls } }),
  });
  process.stdout.write(
    outlookText(outlook, { ...(endpoint !== undefined && { endpoint }), maxCalls, leftOut: leftOut.length }),
  );
  return Promise.resolve(0);
}

const planOf = (flags: VerifyFlags): ReturnType<typeof planFor> =>
  planFor({
    cases: casesOf(flags),
    pairs: flags.pairs,
    ...(flags.without !== undefined && { without: flags.without }),
    ...(flags.shard !== undefined && { shard: flags.shard }),
  });

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
