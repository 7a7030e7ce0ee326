import type { AuditFinding, UnspecifiedCall } from './finding.ts';
import type { RecordedCall } from './recorded-call.ts';

/** What an audit has come to. */
interface Audited {
  readonly findings: readonly AuditFinding[];
  readonly ignored: readonly AuditFinding[];
  readonly checked: number;
  readonly unspecified: readonly UnspecifiedCall[];
}

/** An audit for people: each call with something impossible, and why it is. */
export function describeAudit(
  calls: readonly RecordedCall[],
  { findings, ignored, checked, unspecified }: Audited,
): string {
  const counted = `${checked} ${checked === 1 ? 'call' : 'calls'}`;
  const notes = [
    ...unspecified.map(
      ({ call, rules }) => `call ${call}: nobody knows whether AWS accepts it: ${rules.join(', ')}`,
    ),
    ...ignored.map(({ call, rule }) => `call ${call}: ignored: ${rule}`),
  ];
  if (findings.length === 0) return [`nothing impossible in ${counted}`, ...notes].join('\n');
  const concerned = calls.filter(({ index }) => findings.some(({ call }) => call === index));
  const blocks = concerned.map((call) => {
    const own = findings.filter((finding) => finding.call === call.index);
    return [
      `call ${call.index}: ${call.operation} ${JSON.stringify(call.input)}`,
      ...own.flatMap(lines),
    ].join('\n');
  });
  return [`${concerned.length} of ${counted} cannot have happened with AWS`, ...blocks, ...notes].join(
    '\n\n',
  );
}

const lines = ({ rule, message, expected, actual }: AuditFinding): string[] => [
  `  ${rule}  ${message}`,
  `    expected  ${expected}`,
  `    actual    ${actual}`,
];
