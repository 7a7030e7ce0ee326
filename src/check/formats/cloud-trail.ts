import type { Path } from '../../contract/source-text.ts';
import type { KnownCaller } from '../plan.ts';
import { hasMembers, itemsOf, membersOf, requestMember, type FoundCopy, type PlanFormat } from './format.ts';

const isEvent = (value: unknown): boolean => hasMembers(value, 'eventName', 'eventSource');

/** Events of CloudTrail, one or a file of records: the copies that were asked for. Neptune's are those of RDS. */
export const cloudTrail: PlanFormat = {
  name: 'cloudtrail',
  what: 'what CloudTrail recorded',
  is: (value) => isEvent(value) || itemsOf(membersOf(value)['Records']).some(isEvent),
  *copies(value, caller) {
    if (isEvent(value)) yield* copyOf(value, [], caller);
    for (const [i, each] of itemsOf(membersOf(value)['Records']).entries())
      yield* copyOf(each, ['Records', i], caller);
  },
};

function* copyOf(value: unknown, path: Path, caller: KnownCaller): Generator<FoundCopy> {
  const event = membersOf(value);
  const ofRds = ['rds.amazonaws.com', 'neptune.amazonaws.com'].includes(String(event['eventSource']));
  if (!ofRds || event['eventName'] !== 'CopyDBClusterSnapshot') return;
  const { awsRegion, recipientAccountId, eventID } = event;
  const request: Record<string, unknown> = {};
  const places: Record<string, Path> = {};
  for (const [written, given] of Object.entries(membersOf(event['requestParameters']))) {
    const member = requestMember(written);
    // CloudTrail keeps the signature to itself, and so nothing is known of the URL.
    if (member === 'PreSignedUrl') continue;
    request[member] = member === 'Tags' ? itemsOf(given).map(tagOf) : given;
    places[member] = [...path, 'requestParameters', written];
  }
  yield {
    ...(typeof eventID === 'string' && { name: eventID }),
    caller: {
      ...caller,
      ...(typeof awsRegion === 'string' && { region: awsRegion }),
      ...(typeof recipientAccountId === 'string' && { account: recipientAccountId }),
    },
    request,
    path,
    places,
    untold: [],
  };
}

/** Members begin with a small letter there, those of tags, too. */
const tagOf = (tag: unknown): unknown =>
  Object.fromEntries(
    Object.entries(membersOf(tag)).map(([name, value]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      value,
    ]),
  );
