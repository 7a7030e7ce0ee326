import type { LivePlan } from '../../live/plan.ts';
import { plural } from '../run/words.ts';

/** What a run takes, in a few lines. */
export function briefPlan(plan: LivePlan, endpoint = 'AWS itself'): readonly string[] {
  const { level, cases, copies, calls, minutes, usd } = plan;
  const capped = copies.wanted > copies.made ? ` of ${copies.wanted} (--max-copies)` : '';
  const what = level === 'full' ? 'tries' : 'tries, of what AWS should refuse,';
  return [
    `At ${endpoint}, this run ${what} ${plural(cases.length, 'case')}, with at most:`,
    `  copies: ${copies.made}${capped}, ${copies.crossRegion} between Regions; calls: ${calls}; time: ${durationText(minutes)}`,
    `  cost: ${usd.toFixed(2)} USD, if ${assumptionsText(plan)}`,
  ];
}

/** What a run would do, take and cost, and the permissions that it needs. */
export function planText(plan: LivePlan): string {
  const notRun = plan.notRun.toSorted((a, b) => b.cases.length - a.cases.length);
  const count = notRun.reduce((sum, { cases }) => sum + cases.length, 0);
  const lines = [
    ...briefPlan(plan),
    '',
    `Not tried, because the account or the run does not have what they need: ${plural(count, 'case')}`,
    ...notRun.map(({ reason, cases }) => `  ${String(cases.length).padStart(3)}  ${reason}`),
    '',
    ...Object.entries(plan.policies).flatMap(([account, policy]) => [
      `The policy that the caller in ${account} needs:`,
      JSON.stringify(policy, null, 2),
    ]),
    'Nothing was called.',
  ];
  return `${lines.join('\n')}\n`;
}

const assumptionsText = ({ assumptions }: LivePlan): string => {
  const { gibPerSnapshot, usdPerGibMonth, usdPerGibTransfer, minutesPerCopy, hoursPerCopy } = assumptions;
  return `no snapshot holds more than ${gibPerSnapshot} GiB, a GiB costs ${usdPerGibMonth} USD a month and ${usdPerGibTransfer} USD to another Region, and a copy is under way for at most ${plural(minutesPerCopy, 'minute')} and paid for ${plural(hoursPerCopy, 'hour')} (\`assume\` in the file)`;
};

const durationText = (minutes: number): string =>
  minutes < 120 ? plural(minutes, 'minute') : `${(minutes / 60).toFixed(1)} hours`;
