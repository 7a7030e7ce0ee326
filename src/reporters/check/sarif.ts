import type { Log, ReportingDescriptor, Result } from 'sarif';
import { wellFormed } from '../../protocol/text.ts';
import { renderJson } from '../run/json.ts';
import type { CheckFinding, CheckReport, CheckRule } from '../../contract/generated/types.ts';

/** SARIF 2.1.0, as code scanning takes it: a rule for each id, with help. */
export function renderSarif({ tool, findings, rules }: CheckReport): string {
  const index = new Map(rules.map(({ id }, i) => [id, i]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, semanticVersion: tool.version, rules: rules.map(descriptor) } },
        // Columns count UTF-16 units, as JavaScript strings do.
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, index.get(finding.rule) ?? -1)),
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
  { rule, severity, message, file, line, column }: CheckFinding,
  ruleIndex: number,
): Result => ({
  ruleId: rule,
  ruleIndex,
  level: severity,
  message: { text: message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file) },
        region: { startLine: line, startColumn: column },
      },
    },
  ],
});

/** A path as a URI: relative to where the check ran, unless it is absolute. */
function uriOf(file: string): string {
  const path = wellFormed(file).split('/').map(encodeURIComponent).join('/').replace(/^\.\//, '');
  return path.startsWith('/') ? `file://${path}` : path;
}
