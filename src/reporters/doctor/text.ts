import { capabilityOf, leftOutNames } from '../../contract/capabilities.ts';
import type {
  DoctorCapability,
  DoctorContact,
  DoctorOperation,
  DoctorReport,
} from '../../contract/generated/types.ts';
import { painter, type Paint } from '../kit/paint.ts';
import type { RenderOptions } from '../kit/render-options.ts';
import { shown } from '../kit/shown.ts';
import { cutTo, oneLine, plural, secondsText, wrap } from '../run/words.ts';
import { contactWords, doctorVerdict } from './words.ts';

/** A row: what was looked at, and what came of it. */
type Row = readonly [what: string, found: string];

/** One screen: what is there, what is not in the target's own words, and what to do next. */
export function renderText(whole: DoctorReport, options: RenderOptions): string {
  const report = shown(whole);
  const paint = painter(options);
  const { endpoint, run, leftBehind, exitCode } = report;
  const rows = rowsOf(report, paint);
  const width = Math.max(...rows.map(([what]) => what.length));
  const requests = run.requests === undefined ? '' : `, ${plural(run.requests, 'HTTP request')}`;
  const lines = [
    `${paint('bold', endpoint)}: ${paint(exitCode === 0 ? 'green' : 'red', cutTo(doctorVerdict(report), 300))}`,
    `looked at in ${secondsText(run.milliseconds)}${requests}${run.stopped === undefined ? '' : `; ${run.stopped}: the report is partial`}`,
    '',
    ...rows.map(([what, found]) => `${what.padEnd(width)}  ${indented(found, width + 2)}`),
    ...(leftBehind.length === 0
      ? []
      : ['', paint('yellow', 'Left behind'), ...leftBehind.map((what) => `  ${cutTo(what, 200)}`)]),
    ...next(report),
  ];
  return `${lines.join('\n')}\n`;
}

function rowsOf(
  { contact, proxies, target, clusters, copy, operations, capabilities }: DoctorReport,
  paint: Paint,
) {
  const rows: Row[] = [
    [
      'answers',
      contact.kind === 'query'
        ? `${paint('green', 'yes')}, AWS Query`
        : `${paint('red', 'no')}: ${contactWords(contact)}${heardOf(contact)}`,
    ],
  ];
  if (proxies.length > 0) rows.push(['proxy', `${proxies.join(', ')} is set, but proxies are not used`]);
  if (target !== undefined) rows.push(['called as', `account ${target.account}, Region ${target.region}`]);
  if (copy === undefined) return rows;
  rows.push(['clusters', clusters === undefined ? paint('red', 'none could be made') : `made: ${clusters}`]);
  const { status, detail: why } = copy;
  const word = {
    works: paint('green', 'works'),
    fails: paint('red', 'fails'),
    absent: paint('red', 'not implemented'),
    unknown: paint('yellow', 'unknown'),
  }[status];
  rows.push(['plain copy', why === undefined ? word : `${word}: ${cutTo(oneLine(why), 200)}`]);
  rows.push(...operationRows(operations, paint));
  for (const each of capabilities) rows.push([each.name, capabilityWords(each, paint)]);
  return rows;
}

/** The operations that are there in one row, each that is not in a row of its own. */
function operationRows(operations: readonly DoctorOperation[], paint: Paint): readonly Row[] {
  const names = (wanted: DoctorOperation['status']): readonly string[] =>
    operations.filter(({ status }) => status === wanted).map(({ name }) => name);
  const untried = names('untried');
  return [
    ['operations', wrap(names('there'), 80)],
    ...operations
      .filter(({ status }) => status === 'lacking' || status === 'silent')
      .map(({ name, status, detail = '' }): Row => [
        '',
        `${paint('red', status === 'silent' ? 'no answer' : 'no')} ${name}: ${cutTo(oneLine(detail), 150)}`,
      ]),
    ...(untried.length === 0 ? [] : [['', `not come to: ${wrap(untried, 70)}`] as const]),
  ];
}

function capabilityWords({ name, available, detail, costs }: DoctorCapability, paint: Paint): string {
  const said = cutTo(oneLine(detail), 150);
  if (available) return `${paint('green', 'yes')}${probed.has(name) ? '' : ` (${said})`}`;
  const lost = costs === undefined ? '' : `: ${plural(costs, 'rule')} cannot be measured`;
  return `${paint('yellow', 'no')} (${said})${lost}`;
}

/** What is found out by asking for something that is not there: how that was refused is no news. */
const probed: ReadonlySet<string> = new Set(
  leftOutNames.filter((name) => name !== 'second-account').map((name) => capabilityOf[name]),
);

/** What came, where it was not what should have come. What the SDK says of an answer that it cannot read is no news. */
function heardOf({ kind, detail = '', status = 0, contentType }: DoctorContact): string {
  if (kind !== 'no-query') return detail === '' ? '' : ` (${cutTo(oneLine(detail), 200)})`;
  return ` (HTTP ${status}${contentType === undefined ? '' : `, ${cutTo(contentType, 60)}`})`;
}

const indented = (text: string, columns: number): string => text.replaceAll('\n', `\n${' '.repeat(columns)}`);

/** What whoever reads this does next. */
function next({ endpoint, copy }: DoctorReport): readonly string[] {
  if (copy === undefined || copy.status === 'unknown') return [];
  const rule = copy.status === 'works' ? '' : ' --rule copy-plain --verbose';
  return ['', `Next: neptune-copy-contract verify --endpoint ${endpoint}${rule}`];
}
