import type { HttpResponse } from '../../protocol/http.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import { rewriting, type Mutant } from './mutant.ts';

/** Another body. */
const inBody =
  (change: (body: string) => string) =>
  (answer: HttpResponse): HttpResponse => ({ ...answer, body: change(answer.body) });

/** Another header; none when there is no value. */
const inHeader =
  (name: string, value?: string) =>
  ({ headers, ...answer }: HttpResponse): HttpResponse => {
    const others = Object.entries(headers).filter(([other]) => other.toLowerCase() !== name.toLowerCase());
    return {
      ...answer,
      headers: Object.fromEntries([...others, ...(value ? [[name, value] as const] : [])]),
    };
  };

/** Something inside the snapshot of a copy. */
const inSnapshot = (change: (members: string) => string): ((answer: HttpResponse) => HttpResponse) =>
  inBody((body) =>
    body.replace(
      /(<DBClusterSnapshot>)(.*)(<\/DBClusterSnapshot>)/s,
      (_, open: string, members: string, close: string) => open + change(members) + close,
    ),
  );

const without = (element: string): ((answer: HttpResponse) => HttpResponse) =>
  inBody((body) => body.replaceAll(new RegExp(`<${element}>.*?</${element}>`, 'gs'), ''));

const withStatus =
  (from: number, to: number) =>
  (answer: HttpResponse): HttpResponse =>
    answer.status === from ? { ...answer, status: to } : answer;

type Rewrite = Parameters<typeof rewriting>[0];

/** The rule that it breaks, what it is, and rules whose matter it may be taken for as well. */
type Bug = readonly [rule: RuleId, name: string, change: Rewrite, blamed?: readonly RuleId[]];

/** Bugs of the answer's form, by the rule that they break. */
const bugs: readonly Bug[] = [
  ['wire-well-formed', 'the last character missing', inBody((body) => body.slice(0, -1))],
  [
    'wire-well-formed',
    'text of the request that is not escaped',
    (answer, { form }) =>
      inBody((body) =>
        body.replace(/(?<=<Message>)[^<]*/, () => form.get('TargetDBClusterSnapshotIdentifier') ?? ''),
      )(answer),
  ],
  ['wire-well-formed', 'JSON', inBody(() => '{"Message":"no XML"}')],
  [
    'wire-well-formed',
    'an element that ends in another case',
    inBody((body) => body.replace('</RequestId>', '</requestId>')),
  ],
  ['wire-content-type', 'application/json', inHeader('Content-Type', 'application/json')],
  ['wire-content-type', 'application/xml', inHeader('Content-Type', 'application/xml')],
  ['wire-content-type', 'no type', inHeader('Content-Type')],
  [
    'wire-success-envelope',
    'no result element',
    inBody((body) => body.replaceAll(/<\/?CopyDBClusterSnapshotResult>/g, '')),
  ],
  ['wire-success-envelope', 'no metadata', without('ResponseMetadata')],
  ['wire-success-envelope', 'HTTP 201', withStatus(200, 201)],
  [
    'wire-success-envelope',
    'the result of another operation',
    inBody((body) => body.replaceAll('CopyDBClusterSnapshotRes', 'CopyDBSnapshotRes')),
  ],
  ['wire-fault-envelope', 'errors in the way of EC2', inBody(asEc2)],
  ['wire-fault-envelope', 'no Type', without('Type')],
  ['wire-fault-envelope', 'no Message', without('Message')],
  ['wire-fault-status', '400 for what is not found', withStatus(404, 400)],
  ['wire-fault-status', '404 for what is no 404', withStatus(400, 404)],
  [
    'wire-fault-code',
    'the shape instead of the code',
    inBody((body) => body.replace('<Code>SnapshotQuotaExceeded<', '<Code>SnapshotQuotaExceededFault<')),
  ],
  ['source-exists', 'codes without Fault', inBody((body) => body.replace(/(?<=<Code>\w+)Fault</, '<'))],
  ['wire-fault-type', 'Receiver', inBody((body) => body.replace('<Type>Sender<', '<Type>Receiver<'))],
  ['wire-request-id', 'no header', inHeader('x-amzn-RequestId')],
  ['wire-request-id', 'no id in the body', without('RequestId')],
  [
    'wire-request-id',
    'another id in the header',
    inHeader('x-amzn-RequestId', '00000000-0000-4000-8000-00000000000f'),
  ],
  [
    'wire-namespace',
    'that of another version',
    inBody((body) => body.replace('doc/2014-10-31', 'doc/2014-09-01')),
  ],
  ['wire-namespace', 'none', inBody((body) => body.replace(/ xmlns="[^"]*"/, ''))],
  [
    'wire-absent-members',
    'an empty KmsKeyId',
    inSnapshot((members) => (members.includes('<KmsKeyId>') ? members : `${members}<KmsKeyId/>`)),
  ],
  [
    'wire-absent-members',
    'an empty MasterUsername',
    inSnapshot((members) => `${members}<MasterUsername></MasterUsername>`),
  ],
  [
    'wire-known-members',
    'members of an instance snapshot',
    inSnapshot((members) => `${members}<DBSnapshotIdentifier>a</DBSnapshotIdentifier>`),
  ],
  [
    'wire-known-members',
    'members in lower camel case',
    inSnapshot((members) => members.replaceAll(/(<\/?)E(?=ngine>)/g, '$1e')),
    // Whoever reads the answer finds no Engine in it.
    ['copy-inherits'],
  ],
  [
    'wire-member-types',
    'times in seconds since 1970',
    inSnapshot((members) =>
      members.replaceAll(/(?<=CreateTime>)[^<]+/g, (time) => String(Date.parse(time) / 1000)),
    ),
  ],
  [
    'wire-member-types',
    'times in the words of RFC 1123',
    inSnapshot((members) =>
      members.replaceAll(/(?<=CreateTime>)[^<]+/g, (time) => new Date(time).toUTCString()),
    ),
  ],
  [
    'wire-member-types',
    'booleans with a capital',
    inSnapshot((members) => members.replaceAll('>false<', '>False<').replaceAll('>true<', '>True<')),
  ],
  [
    'wire-member-types',
    'integers with a fraction',
    inSnapshot((members) => members.replace(/(?<=<Port>\d+)</, '.0<')),
  ],
  [
    'wire-list-members',
    'zones in `member` elements',
    inSnapshot((members) => members.replaceAll(/(<\/?)AvailabilityZone>/g, '$1member>')),
  ],
  ['wire-list-members', 'zones separated by commas', inSnapshot(commaSeparated)],
  [
    'wire-sdk-agrees',
    'the port twice',
    inSnapshot((members) => members.replace(/<Port>\d+<\/Port>/, '$&<Port>1</Port>')),
  ],
  [
    'wire-sdk-agrees',
    'an error that the SDK does not find',
    inBody((body) => body.replace(/<Error>(.*)<\/Error>/s, '<Fault>$1</Fault>')),
  ],
];

function asEc2(body: string): string {
  if (!body.startsWith('<ErrorResponse')) return body;
  return body
    .replaceAll('ErrorResponse', 'Response')
    .replace('<Error>', '<Errors><Error>')
    .replace('</Error>', '</Error></Errors>');
}

function commaSeparated(members: string): string {
  return members.replace(/<AvailabilityZones>.*<\/AvailabilityZones>/s, (list) => {
    const zones = [...list.matchAll(/<AvailabilityZone>([^<]*)/g)].map(([, zone]) => zone);
    return `<AvailabilityZones>${zones.join(',')}</AvailabilityZones>`;
  });
}

/** Copies whose progress is told wrongly. */
const progress: readonly Mutant[] = [
  {
    name: 'progress that falls: copy-progress',
    direction: 'wrong wire',
    rule: 'copy-progress',
    variant: () => ({
      copyDuration: 300,
      rewrite: inBody((body) =>
        body.replaceAll(
          /<PercentProgress>(\d\d?)</g,
          (_, share: string) => `<PercentProgress>${90 - Number(share)}<`,
        ),
      ),
    }),
  },
  {
    name: 'available before it is: copy-progress',
    direction: 'wrong wire',
    rule: 'copy-progress',
    variant: () => ({
      copyDuration: 300,
      rewrite: inBody((body) => body.replaceAll('<Status>copying<', '<Status>available<')),
    }),
  },
];

/** Endpoints that say the right thing in the wrong form. */
export const wire: readonly Mutant[] = [
  ...bugs.map(([rule, name, change, blamed]): Mutant => ({
    name: `${name}: ${rule}`,
    direction: 'wrong wire',
    rule,
    ...(blamed && { blamed }),
    variant: () => rewriting(change),
  })),
  ...progress,
];
