import type { HttpResponse } from '../../src/protocol/http.ts';
import { uuidFrom } from '../../src/model/world/world.ts';
import { emptySuccess, faultOf, isLook, withBody } from './answers.ts';
import { withForm, type Call } from './call.ts';
import { foreignNames } from './foreign.ts';
import type { Behaviour, Deed, Honestly, Surroundings } from './serve.ts';

/** A lie, and of which call it is told. */
export interface ToldLie {
  readonly at: number;
  readonly lie: LieName;
  /** Picks one of several ways to tell it. */
  readonly salt: number;
}

/** What a lie is made from. */
interface Matter {
  readonly call: Call;
  readonly honestly: Honestly;
  readonly surroundings: Surroundings;
  /** Answers given before, the latest last. */
  readonly before: readonly { readonly action: string; readonly answer: HttpResponse }[];
  readonly salt: number;
}

const snapshotElement = /<DBClusterSnapshot>.*?<\/DBClusterSnapshot>/gs;
const leaf = /<(\w+)>[^<]*<\/\1>/g;
const nameElement = /<(DBClusterSnapshotIdentifier|DBClusterIdentifier)>[^<]*</g;

const oneOf = <T>(items: readonly T[], salt: number): T | undefined => items[salt % items.length];

/** An answer in which one match, picked by the salt, is something else. */
function changeOne(
  { salt }: Matter,
  answer: HttpResponse,
  what: RegExp,
  to: (found: string) => string,
): HttpResponse {
  const found = [...answer.body.matchAll(what)];
  const match = oneOf(found, salt);
  if (match === undefined) return answer;
  const end = match.index + match[0].length;
  return withBody(answer, answer.body.slice(0, match.index) + to(match[0]) + answer.body.slice(end));
}

/** Names of foreign things in the place of all that an answer has. */
function nameForeign({ salt }: Matter, answer: HttpResponse): HttpResponse {
  const name = oneOf(foreignNames, salt) ?? 'n';
  const arn = `arn:aws:rds:us-east-1:111111111111:cluster-snapshot:${name}`;
  const key = uuidFrom(9_000 + (salt % 4));
  const body = answer.body
    .replaceAll(nameElement, (_all, member: string) => `<${member}>${name}<`)
    .replaceAll(/<DBClusterSnapshotArn>[^<]*</g, `<DBClusterSnapshotArn>${arn}<`)
    .replaceAll(/"KeyId":"[^"]*"/g, `"KeyId":"${key}"`)
    .replaceAll(/:key\/[^"<]*/g, `:key/${key}`);
  return withBody(answer, body);
}

const statuses = ['creating', 'copying', 'failed', 'deleting', 'available', ''];
const keyStates = ['Disabled', 'PendingDeletion', 'Creating', 'Enabled'];
const faults = [
  ['DBClusterSnapshotNotFoundFault', 404],
  ['DBClusterSnapshotAlreadyExistsFault', 400],
  ['InternalFailure', 500],
  ['ServiceUnavailable', 503],
  ['NotFoundException', 400],
  ['AccessDenied', 403],
] as const;

function failure({ call, salt }: Matter): HttpResponse {
  const [code, status] = oneOf(faults, salt) ?? faults[0];
  return faultOf(call, code, status, 'No.');
}

const swapAccounts = (text: string): string =>
  text.replaceAll(/111111111111|222222222222/g, (account) =>
    account.startsWith('1') ? '222222222222' : '111111111111',
  );

/** Ways to lie about a call. */
export const lies = {
  'another status': (matter) => {
    const status = oneOf(statuses, matter.salt) ?? '';
    const answer = matter.honestly();
    const body = answer.body
      .replaceAll(/<Status>[^<]*</g, `<Status>${status}<`)
      .replaceAll(/"KeyState":"\w*"/g, `"KeyState":"${oneOf(keyStates, matter.salt) ?? ''}"`);
    return withBody(answer, body);
  },
  'names of others': (matter) => nameForeign(matter, matter.honestly()),
  'an element is missing': (matter) => changeOne(matter, matter.honestly(), leaf, () => ''),
  'a snapshot is missing': (matter) => changeOne(matter, matter.honestly(), snapshotElement, () => ''),
  'an element stands twice': (matter) => changeOne(matter, matter.honestly(), leaf, (found) => found + found),
  'a snapshot stands twice': (matter) =>
    changeOne(matter, matter.honestly(), snapshotElement, (found) => found + found),
  'the other account': ({ honestly }) => {
    const answer = honestly();
    return withBody(answer, swapAccounts(answer.body));
  },
  'success, and nothing done': ({ call, surroundings }) => {
    const answer = surroundings.dryly();
    return answer.status === 200 ? answer : emptySuccess(call);
  },
  'success, with the names of others, and nothing done': (matter) =>
    nameForeign(matter, matter.surroundings.dryly()),
  'done, and failure': (matter) => {
    matter.honestly();
    return failure(matter);
  },
  'failure, and nothing done': failure,
  'done, and no answer': ({ honestly }) => {
    honestly();
    return (response) => void response.destroy();
  },
  'the filter is ignored': ({ call, honestly }) =>
    call.service === 'neptune' && isLook(call)
      ? honestly(
          withForm(call.request, {
            DBClusterSnapshotIdentifier: undefined,
            DBClusterIdentifier: undefined,
            SnapshotType: undefined,
          }),
        )
      : honestly(),
  "yesterday's answer": ({ call, before, honestly, salt }) => {
    const same = before.filter(({ action }) => action === call.action);
    return oneOf(same, salt)?.answer ?? honestly();
  },
  "another operation's answer": ({ before, honestly, salt }) => oneOf(before, salt)?.answer ?? honestly(),
} satisfies Readonly<Record<string, (matter: Matter) => Deed>>;

/** What a lie is called. */
export type LieName = keyof typeof lies;

/** All of them. */
export const lieNames = Object.keys(lies) as LieName[];

/** How many answers are remembered. */
const memory = 100;

/** A target that lies about some calls; `lieOf` says which lie it tells of a call, if any. */
export function lying(lieOf: (index: number) => ToldLie | undefined): Behaviour {
  const before: { action: string; answer: HttpResponse }[] = [];
  return {
    answer(call, honestly, surroundings) {
      const told = lieOf(call.index);
      if (told === undefined) {
        const answer = honestly();
        before.push({ action: call.action, answer });
        if (before.length > memory) before.shift();
        return answer;
      }
      return lies[told.lie]({ call, honestly, surroundings, before, salt: told.salt });
    },
  };
}
