/** Levels of an annotation. */
export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** A workflow command of GitHub Actions with the properties that have a value, escaped as its toolkit does it (actions/toolkit, core/src/command.ts). */
export function workflowCommand(
  level: AnnotationLevel,
  properties: Readonly<Record<string, string | number | undefined>>,
  text: string,
): string {
  const list = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  return `::${level} ${list.join(',')}::${escapeData(text)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
