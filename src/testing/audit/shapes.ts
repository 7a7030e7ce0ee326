import { parseArn, parseSnapshotArn } from '../../model/world/arn.ts';
import { requestProblems } from '../../check/request-shape.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import { isDate, timeMembers, withoutDates } from '../times.ts';
import { validator } from '../validator.ts';
import { problem, shown, type Problem } from './finding.ts';

/** Members of something whose form is not known yet. */
type Loose = Readonly<Record<string, unknown>>;

/** What is wrong with the shape of a request to copy: members that it has not, or of another type. */
export function requestShapeProblems(input: Loose): Problem[] {
  const sent = withoutDates(input);
  return [...requestProblems(sent, [])].map(({ path, message }) => ({
    ...problem('mock/request-form', 'members of CopyDBClusterSnapshotMessage', at(sent, path)),
    message: message.endsWith('?') ? message : `${message}.`,
  }));
}

/** The snapshot of an output, in the spelling of the contract; undefined when there is none. */
export function snapshotOf(output: unknown): DBClusterSnapshot | undefined {
  const { DBClusterSnapshot: snapshot } = (output ?? {}) as { DBClusterSnapshot?: unknown };
  return isRecord(snapshot) ? (withoutDates(snapshot) as DBClusterSnapshot) : undefined;
}

/** The snapshots of an output of DescribeDBClusterSnapshots, in the spelling of the contract. */
export function snapshotsOf(output: unknown): readonly DBClusterSnapshot[] {
  const { DBClusterSnapshots: list } = (output ?? {}) as { DBClusterSnapshots?: unknown };
  return Array.isArray(list) ? (list.filter(isRecord).map(withoutDates) as DBClusterSnapshot[]) : [];
}

/** What is wrong with the form of an output of CopyDBClusterSnapshot. */
export function copyShapeProblems(output: Loose): Problem[] {
  const { $metadata, DBClusterSnapshot, ...rest } = output;
  return [
    ...statusProblems($metadata),
    ...schemaProblems('copy-db-cluster-snapshot-result', withoutDates({ DBClusterSnapshot, ...rest })),
    ...timeProblems(DBClusterSnapshot, 'DBClusterSnapshot'),
  ];
}

/** What is wrong with the form of a described snapshot; where members may be left out, of what is told. */
export function snapshotProblems(snapshot: unknown, where: string, partial: boolean): Problem[] {
  return [
    ...schemaProblems('db-cluster-snapshot', withoutDates(snapshot), `${where}.`),
    ...timeProblems(snapshot, where),
    ...(isRecord(snapshot) ? nameProblems(withoutDates(snapshot) as DBClusterSnapshot, partial) : []),
  ];
}

/** A command that was answered with nothing. */
export const noAnswer = (output: unknown): Problem => ({
  ...problem('mock/no-answer', 'an output', shown(output)),
  message: 'A command is answered: the mock has no stub for it, or one that resolves to nothing.',
});

/** An output is of an answer with HTTP status 200. */
export function statusProblems(metadata: unknown): Problem[] {
  const status = isRecord(metadata) ? metadata['httpStatusCode'] : undefined;
  if (status === undefined || status === 200) return [];
  return [problem('mock/response-form', '$metadata.httpStatusCode 200', shown(status))];
}

function schemaProblems(shape: string, value: unknown, prefix = ''): Problem[] {
  return validator.problems(`neptune-copy-contract:shapes/${shape}`, value).map(({ path, message }) => ({
    ...problem('mock/response-form', message, at(value, path)),
    message: `${prefix}${path.join('.')}: ${message}.`.replace(/^: /, ''),
  }));
}

/** Times that are no Date, which the schema cannot tell once they are written as text. */
function timeProblems(snapshot: unknown, where: string): Problem[] {
  if (!isRecord(snapshot)) return [];
  return [...timeMembers].flatMap((member) => {
    const value = snapshot[member];
    if (typeof value !== 'string' || isDate(value)) return [];
    return [problem('mock/response-form', `a Date as ${where}.${member}`, `the text ${shown(value)}`)];
  });
}

/** A described snapshot has a name in lower case and the ARN of that name; its key is told by its ARN. */
function nameProblems(snapshot: DBClusterSnapshot, partial: boolean): Problem[] {
  const { DBClusterSnapshotIdentifier: name, DBClusterSnapshotArn: arn, KmsKeyId: key } = snapshot;
  const problems: Problem[] = [];
  const expect = (holds: boolean, expected: string, actual: unknown): void => {
    if (!holds) problems.push(problem('mock/response-form', expected, shown(actual)));
  };
  if (name !== undefined || !partial)
    expect(name !== undefined && name === name.toLowerCase(), 'an identifier in lower case', name);
  const told = arn === undefined ? undefined : parseSnapshotArn(arn)?.name;
  if (arn !== undefined || !partial)
    expect(
      told !== undefined && (name === undefined || told === name.toLowerCase()),
      'the ARN of its name',
      arn,
    );
  expect(key === undefined || parseArn(key)?.service === 'kms', 'the ARN of a key as KmsKeyId', key);
  return problems;
}

/** Whether a value has members. */
export const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path, with the path, for people. */
function at(root: unknown, path: readonly (string | number)[]): string {
  const value = path.reduce<unknown>((here, step) => (here as Loose | undefined)?.[step], root);
  return [...path, shown(value)].join(' ').replace(/ (?=\S+ )/g, '.');
}
