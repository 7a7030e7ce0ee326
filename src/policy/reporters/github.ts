import type { CheckFinding, CheckReport, CheckSeverity } from '../../spec/generated/types.ts';

/** Workflow commands of GitHub Actions: an annotation for each finding, and a notice with the sum. */
export function renderGithub({ findings, summary, what }: CheckReport): string {
  const sum = `${summary.subjects} ${what}: ${summary.error} errors, ${summary.warning} warnings, ${summary.note} notes`;
  return [...findings.map(annotation), `::notice title=neptune-copy-contract check::${data(sum)}`, ''].join(
    '\n',
  );
}

const commands: Readonly<Record<CheckSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

function annotation({ severity, file, line, column, rule, message }: CheckFinding): string {
  const properties = { file, line, col: column, title: rule };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${data(message)}`;
}

/** The escapes that the runner undoes in the text of a command. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The escapes that it undoes in the properties of a command. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
