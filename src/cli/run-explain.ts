import { stat } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { explainCase, explainCases } from '../contract/case-explanation.ts';
import { namedCases } from '../contract/directed-sequences.ts';
import { explain, explainAll, explainSets } from '../contract/explanation.ts';
import { rules } from '../contract/generated/catalogue.ts';
import type { Report } from '../contract/generated/types.ts';
import {
  casesText,
  caseText,
  catalogueText,
  explainText,
  requirementsText,
} from '../reporters/explain/index.ts';
import { renderDeviation } from '../reporters/run/one-deviation.ts';
import { renderText } from '../reporters/run/text.ts';
import { knownBugs } from '../selftest/index.ts';
import type { ExplainFlags } from './flags.ts';
import { readReports } from './read-reports.ts';
import { wantsColor } from './write-reports.ts';

/**
 * Runs `explain`: the catalogue, a rule of it, the cases or one of them, the requirement sets, or a stored report and a
 * deviation of it. Resolves to the exit code: 2 when the file is no report, of which it tells the places. Throws a
 * UsageError for what is none of these, or not in it.
 */
export async function runExplain(
  subject: string | undefined,
  deviation: string | undefined,
  { cases, requirements }: ExplainFlags = {},
): Promise<0 | 2> {
  const lists = [
    ...(requirements === true ? (['--requirements'] as const) : []),
    ...(cases === true ? (['--cases'] as const) : []),
  ];
  const [list, other = subject === undefined ? undefined : `"${subject}"`] = lists;
  if (list !== undefined && other !== undefined)
    throw new UsageError(`${list} and ${other} exclude each other`);
  if (list === '--requirements') return write(requirementsText(explainSets()));
  if (list === '--cases') return write(casesText(explainCases(knownBugs)));
  if (subject === undefined) return write(catalogueText(explainAll(knownBugs)));
  const rule = rules.find(({ id }) => id === subject);
  if (rule !== undefined && deviation === undefined) return write(explainText(explain(rule.id, knownBugs)));
  const entry = namedCases().find(({ id }) => id === subject);
  if (entry !== undefined && deviation === undefined) return write(caseText(explainCase(entry, knownBugs)));
  if (deviation === undefined && !(await isFile(subject)))
    throw new UsageError(
      `There is no rule or case "${subject}", and no report of that name; \`explain\` lists the rules, \`explain --cases\` the cases.`,
    );
  const [read] = (await readReports([subject])) ?? [];
  if (read === undefined) return 2;
  const options = { color: wantsColor(process.stdout) };
  if (deviation === undefined) return write(renderText(read.report, options));
  return write(renderDeviation(read.report, fingerprintIn(read.report, deviation, subject), options));
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** The fingerprint that is meant: itself, or its beginning where that is of one only. */
function fingerprintIn({ findings }: Report, given: string, file: string): string {
  const all = [...new Set(findings.map(({ fingerprint }) => fingerprint))];
  if (all.includes(given)) return given;
  const [only, another] = all.filter((fingerprint) => fingerprint.startsWith(given));
  if (only !== undefined && another === undefined) return only;
  const what =
    only === undefined ? `no deviation "${given}"` : `more than one deviation that begins with "${given}"`;
  throw new UsageError(`${file} has ${what}; \`explain ${file}\` lists those that it has.`);
}

function write(text: string): 0 {
  process.stdout.write(text);
  return 0;
}
