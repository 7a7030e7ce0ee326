import type { RuleId } from '../../contract/generated/catalogue.ts';
import { gatherFacts } from '../../model/rules/facts.ts';
import { copy as modelCopy, putSnapshot } from '../../model/index.ts';
import { queryServices } from '../../protocol/actions.ts';
import { writeCopied } from '../../protocol/copy-codec.ts';
import type { HttpResponse } from '../../protocol/http.ts';
import { writeFault } from '../../protocol/write-xml.ts';
import type { Call, Variant } from './endpoint.ts';
import { copying, inBody, refuse } from './mutant.ts';

/** An endpoint as some real emulator is, and what is to be said of it. */
export interface Met {
  /** Unique; what it does, in a few words. */
  readonly name: string;
  /** The rules that deviations are told of, a cause each, the right one among them; none where it conforms. */
  readonly rules: readonly RuleId[];
  /** How many rules have to be measured at least. */
  readonly measured: number;
  /** Whether only all cases together show what is cause and what is symptom. */
  readonly all?: true;
  /** Makes it anew. */
  readonly variant: () => Omit<Variant, 'name'>;
}

/** Most rules can be measured where nothing stands in the way. */
const most = 55;

/** A form without what Neptune does not support, and the model refuses. */
const withoutMasterUser = (body: string): string => body.replaceAll(/&MasterUser(name|Password)=[^&]*/g, '');

/**
 * Oddities that real emulators were met with, on top of an endpoint that is right otherwise. None of them may keep
 * the rest from being measured, and each is one deviation.
 */
export const met: readonly Met[] = [
  { name: 'no SnapshotType', rules: ['copy-type-manual'], measured: most, variant: without('SnapshotType') },
  { name: 'no ARN', rules: ['copy-arn'], measured: most, variant: without('DBClusterSnapshotArn') },
  {
    name: 'no PercentProgress',
    rules: ['copy-progress'],
    measured: most,
    variant: without('PercentProgress'),
  },
  {
    name: 'no Status',
    rules: ['copy-progress'],
    measured: most,
    variant: without('Status'),
  },
  {
    name: 'a master user is wanted',
    rules: [],
    measured: most,
    variant: () => {
      let isTold = false;
      return {
        read: inBody((body) => {
          isTold = body.includes('&MasterUsername=');
          return withoutMasterUser(body);
        }),
        instead: (call) =>
          call.action === 'CreateDBCluster' && !isTold
            ? fault(call, 'MissingParameter', 400, 'The request must contain the parameter MasterUsername')
            : undefined,
      };
    },
  },
  {
    name: 'clusters of another engine only',
    rules: [],
    measured: most,
    variant: () => ({
      read: inBody((body) =>
        withoutMasterUser(body).replace(/Engine=(neptune|aurora-mysql)/, (_, engine: string) =>
          engine === 'neptune' ? 'Engine=graph' : 'Engine=neptune',
        ),
      ),
    }),
  },
  {
    name: 'lists of members',
    rules: ['wire-list-members'],
    measured: most,
    variant: () => ({
      rewrite: (answer) => ({
        ...answer,
        body: answer.body.replaceAll(
          /<(\/?)(DBClusterSnapshot|Tag|DBCluster|AvailabilityZone)>/g,
          (whole, slash: string, name: string) => (isEntry(answer.body, name) ? `<${slash}member>` : whole),
        ),
      }),
    }),
  },
  {
    name: 'no namespace',
    rules: ['wire-namespace'],
    measured: most,
    variant: () => ({
      rewrite: (answer) => ({ ...answer, body: answer.body.replace(/ xmlns="[^"]*"/, '') }),
    }),
  },
  {
    name: 'ARNs with slashes',
    rules: ['copy-arn'],
    all: true,
    measured: most,
    variant: () => ({
      rewrite: (answer) => ({
        ...answer,
        body: answer.body.replaceAll(/(SnapshotArn>[^<]*):cluster-snapshot:/g, '$1:cluster-snapshot/'),
      }),
      read: inBody((body) => body.replaceAll('%3Acluster-snapshot%2F', '%3Acluster-snapshot%3A')),
    }),
  },
  {
    name: 'names as they were written',
    all: true,
    rules: ['copy-identifier-lowercase'],
    measured: most,
    variant: () => ({
      copy: (facts, call) => {
        const name = facts.request.TargetDBClusterSnapshotIdentifier ?? '';
        return name === facts.target ? undefined : toldAs(name).copy?.(facts, call);
      },
    }),
  },
  {
    name: 'conflicts instead of bad requests',
    all: true,
    rules: ['wire-fault-status'],
    measured: most,
    variant: () => ({
      rewrite: (answer, { service }) =>
        service === 'neptune' && answer.status === 400 ? { ...answer, status: 409 } : answer,
    }),
  },
  {
    name: 'Latin-1',
    all: true,
    rules: ['wire-request-form'],
    measured: most,
    variant: () => ({
      read: inBody((body) => body.replaceAll(/(?:%[89A-F][0-9A-F])+/g, (text) => latin1(text))),
    }),
  },
  {
    name: 'one state for all Regions',
    rules: ['source-cross-region-by-arn'],
    all: true,
    measured: 40,
    variant: () => ({
      read: (request) => {
        const authorization = request.headers['authorization'];
        if (typeof authorization !== 'string') return request;
        const headers = {
          ...request.headers,
          authorization: authorization.replace(/eu-west-1/g, 'us-east-1'),
        };
        return inBody((body) => body.replaceAll('eu-west-1', 'us-east-1'))({ ...request, headers });
      },
    }),
  },
  {
    name: 'another snapshot by ARN',
    rules: ['copy-source-arn'],
    all: true,
    measured: most,
    variant: () => ({
      copy: ({ request, caller }, call) => {
        const source = request.SourceDBClusterSnapshotIdentifier ?? '';
        if (!source.startsWith('arn:')) return undefined;
        const [first] = [...call.world.places.values()].flatMap(({ snapshots }) => [...snapshots.values()]);
        if (first === undefined) return undefined;
        const facts = gatherFacts(call.world, caller, {
          ...request,
          SourceDBClusterSnapshotIdentifier: first.shape.DBClusterSnapshotArn,
        });
        const [next, outcome] = modelCopy(call.world, facts.caller, facts.request);
        if (outcome.kind === 'rejected') return refuse(call, outcome.fault.shape);
        return [putSnapshot(next, outcome.snapshot), writeCopied(outcome.snapshot.shape, call.requestId)];
      },
    }),
  },
  {
    name: 'no copies at all',
    rules: ['copy-plain'],
    measured: 1,
    variant: () => ({
      instead: (call) =>
        call.action === 'CopyDBClusterSnapshot'
          ? fault(
              call,
              'InvalidAction',
              400,
              'The action CopyDBClusterSnapshot is not valid for this endpoint.',
            )
          : undefined,
    }),
  },
  {
    name: 'another Region is refused',
    rules: [],
    measured: 45,
    variant: () => ({
      instead: (call) =>
        call.service === 'neptune' && call.caller?.region !== 'us-east-1'
          ? fault(call, 'InvalidClientTokenId', 403, 'The security token included in the request is invalid.')
          : undefined,
    }),
  },
  {
    name: 'unavailable now and then',
    rules: [],
    measured: most,
    variant: () => ({
      instead: (call) =>
        call.random() < 0.03
          ? { status: 503, headers: {}, body: '<html>Service Unavailable</html>' }
          : undefined,
    }),
  },
];

/** A copy that tells its name as it was asked for, and is found by any case of it. */
const toldAs = (name: string): ReturnType<typeof copying> =>
  copying((copy) => ({
    ...copy,
    shape: {
      ...copy.shape,
      DBClusterSnapshotIdentifier: name,
      DBClusterSnapshotArn: copy.shape.DBClusterSnapshotArn.replace(/[^:]*$/, name),
    },
  }));

/** No such element in any answer of Neptune. */
function without(member: string): () => Omit<Variant, 'name'> {
  const element = new RegExp(`<${member}>[^<]*</${member}>`, 'g');
  return () => ({
    rewrite: (answer, { service }) =>
      service === 'neptune' ? { ...answer, body: answer.body.replaceAll(element, '') } : answer,
  });
}

/** Whether an element is an entry of a list, and not the one thing that was made. */
const isEntry = (body: string, name: string): boolean =>
  body.includes(`<${name === 'Tag' ? 'TagList' : `${name}s`}>`);

const fault = ({ requestId }: Call, code: string, status: number, message: string): HttpResponse =>
  writeFault(queryServices.neptune, { code, status, message }, requestId);

const latin1 = (escapes: string): string =>
  [...Buffer.from(escapes.replaceAll('%', ''), 'hex')]
    .map((byte) => encodeURIComponent(String.fromCharCode(byte)))
    .join('');
