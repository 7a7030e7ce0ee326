import { createHash } from 'node:crypto';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { wellFormed } from '../../protocol/text.ts';
import { renderJson } from '../run/json.ts';
import type { CheckFinding, CheckReport, CheckRule } from '../../contract/generated/types.ts';

/** SARIF 2.1.0, as code scanning takes it: a rule for each id, with help. */
export function renderSarif({ tool, findings, rules, subjects }: CheckReport): string {
  const fingerprint = fingerprints(subjects);
  const index = new Map(rules.map(({ id }, i) => [id, i]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, semanticVersion: tool.version, rules: rules.map(descriptor) } },
        // Columns count UTF-16 units, as JavaScript strings do.
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) =>
          result(finding, index.get(finding.rule) ?? -1, fingerprint(finding)),
        ),
      },
    ],
  };
  return renderJson(log);
}

const descriptor = ({ id, statement, help, url }: CheckRule): ReportingDescriptor => ({
  id,
  shortDescription: { text: statement },
  help: { text: url === undefined ? help : `${help} ${url}` },
  ...(url !== undefined && { helpUri: url }),
});

const result = (
  { rule, severity, standing, reason = '', message, file, line, column }: CheckFinding,
  ruleIndex: number,
  fingerprint: string,
): Result => ({
  ruleId: rule,
  ruleIndex,
  // What is open has no level: so the specification wants it (3.27.10).
  ...(standing === 'undecided' ? { kind: 'open', level: 'none' } : { level: severity }),
  message: { text: standing === 'undecided' ? `undecided: ${message} [${reason}]` : message },
  partialFingerprints: { 'plannedCopy/v1': fingerprint },
  ...(standing === 'excused' && {
    suppressions: [{ kind: 'external', status: 'accepted', justification: reason }],
  }),
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file) },
        region: { startLine: line, startColumn: column },
      },
    },
  ],
});

/**
 * What finding it is, whatever is above it in the file: its rule, its file, the copy it is about, and which it is of
 * several that are alike in these.
 */
function fingerprints(subjects: CheckReport['subjects']): (finding: CheckFinding) => string {
  const seen = new Map<string, number>();
  return ({ rule, file, subject }) => {
    const name = subject === undefined ? '' : (subjects[subject]?.name ?? '');
    const identity = JSON.stringify([rule, file, name]);
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    return createHash('sha256').update(`${identity}${before}`).digest('hex').slice(0, 32);
  };
}

/** A path as a URI: relative to where the check ran, unless it is absolute. */
function uriOf(file: string): string {
  const path = wellFormed(file).split('/').map(encodeURIComponent).join('/').replace(/^\.\//, '');
  return path.startsWith('/') ? `file://${path}` : path;
}
