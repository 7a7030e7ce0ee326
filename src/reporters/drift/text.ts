import { shown } from '../kit/shown.ts';
import { painter, type Paint } from '../kit/paint.ts';
import { oneLine } from '../run/words.ts';
import type { DriftDifference, DriftReport, StaleAllowance } from '../../contract/generated/types.ts';
import type { RenderOptions } from '../kit/render-options.ts';
import { verdictText } from './verdict.ts';

/** The report for people at a terminal: what is broken, what was added, what is known, each as a diff. */
export function renderText(whole: DriftReport, options: RenderOptions): string {
  const report = shown(whole);
  const paint = painter(options);
  const { version, specHash, sdk, verdict, differences, stale } = report;
  const news = (change: DriftDifference['change']): string[] =>
    differences
      .filter((each) => each.allowed === undefined && each.change === change)
      .map((each) => asDiff(each, paint));
  const sections = [
    paint('bold', 'CopyDBClusterSnapshot: - the contract, + the SDK') +
      `\nneptune-copy-contract ${version}, spec ${specHash.slice(0, 12)}; ${sdk.name} ${sdk.version}`,
    section('Contract broken', news('broken'), paint),
    section('Compatible additions', news('addition'), paint),
    section('Stale allowances', stale.map(staleLine), paint),
    section('Known differences', differences.flatMap(knownLine), paint),
    paint(verdict === 'same' ? 'green' : verdict === 'additions' ? 'yellow' : 'red', verdictText(report)),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[], paint: Paint): string =>
  lines.length === 0 ? '' : [paint('bold', title), ...lines].join('\n');

const asDiff = ({ path, kind, contract, sdk }: DriftDifference, paint: Paint): string =>
  [
    `  ${path}: ${kind}`,
    ...(contract === undefined ? [] : [paint('red', `  - ${oneLine(contract)}`)]),
    ...(sdk === undefined ? [] : [paint('green', `  + ${oneLine(sdk)}`)]),
  ].join('\n');

const knownLine = ({ path, kind, allowed }: DriftDifference): string[] =>
  allowed === undefined ? [] : [`  ${path}: ${kind}`, `    ${oneLine(allowed)}`];

const staleLine = ({ file, line, column, message }: StaleAllowance): string =>
  `  ${file}:${line}:${column}: ${oneLine(message)}`;
