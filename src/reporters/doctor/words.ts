import type { DoctorContact, DoctorContactKind, DoctorReport } from '../../contract/generated/types.ts';
import { briefActual, briefExpected } from '../run/page/brief.ts';
import { oneLine, plural } from '../run/words.ts';

/** Whether something can be measured, in a sentence. */
export function doctorVerdict({ contact, copy, rules }: DoctorReport): string {
  if (copy === undefined) return `nothing can be measured: ${contactWords(contact)}`;
  const { status, detail = '', deviation } = copy;
  switch (status) {
    case 'works':
      return rules === undefined
        ? 'verify can measure'
        : `verify can measure ${rules.measurable} of ${plural(rules.of, 'rule')}`;
    case 'absent':
      return `not implemented: ${oneLine(detail)}`;
    case 'fails':
      return `a plain copy fails${deviation === undefined ? '' : `: expected ${briefExpected(deviation.expected)}, actual ${briefActual(deviation.actual, deviation.expected)}`}`;
    case 'unknown':
      return `whether anything can be measured could not be told: ${oneLine(detail)}`;
  }
}

const words: Readonly<Record<DoctorContactKind, string>> = {
  query: 'it answers as Neptune',
  refused: 'the connection was refused: nobody listens at this host and port',
  'no-host': 'the name of the host is unknown (DNS)',
  unreachable: 'no way leads to the host',
  certificate:
    'its certificate is not trusted: name its authority with --ca FILE, or do not check it with --insecure',
  'no-tls': 'it speaks no TLS that could be understood: is it an http endpoint?',
  late: 'it takes the connection, or not even that, and did not answer in time',
  cut: 'it closes the connection without an answer: is it an https endpoint?',
  'no-http': 'it answers, but not with HTTP',
  other: 'nothing came back',
  'no-query': 'it answers with HTTP, but not with AWS Query',
  fault: 'it answers as AWS does, but refuses DescribeDBClusterSnapshots',
  'no-list': 'it answers DescribeDBClusterSnapshots with a success, but without a list of snapshots',
  stopped: 'the run ended before it answered',
};

/** Statuses with which not the endpoint itself speaks, but somebody on the way to it. */
const onTheWay: Readonly<Record<number, string>> = {
  407: 'a proxy on the way wants to know who asks',
  502: 'a proxy or gateway answers, and reaches nobody behind it',
  504: 'a proxy or gateway answers, and reaches nobody behind it',
};

/** What answered, be it nobody, in words; how it said so is told apart. */
export const contactWords = ({ kind, status = 0 }: DoctorContact): string =>
  (kind === 'no-query' ? onTheWay[status] : undefined) ?? words[kind];
