import { faultEntry } from '../../model/index.ts';
import { queryServices } from '../../protocol/actions.ts';
import { writeFault } from '../../protocol/write-xml.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { Variant } from './endpoint.ts';
import { inBody, refuse, understanding, type Mutant } from './mutant.ts';

/** Endpoints that read a request otherwise than it is meant. */
const misreadings: readonly (readonly [name: string, breaks: RuleId, variant: Omit<Variant, 'name'>])[] = [
  [
    'plus signs stay plus signs',
    'wire-request-form',
    { read: inBody((body) => body.replaceAll('+', '%2B')) },
  ],
  [
    'escapes in lower case are not read',
    'wire-request-form',
    { read: inBody((body) => body.replaceAll(/%(?=[0-9a-f][a-f]|[a-f][0-9a-f])/g, '%25')) },
  ],
  [
    'parameters after the Action only',
    'wire-request-form',
    { read: inBody((body) => body.slice(Math.max(0, body.search(/(?<=^|&)Action=Copy/)))) },
  ],
  [
    'any version will do',
    'action-known',
    { read: inBody((body) => body.replace('Version=1999-12-31', 'Version=2014-10-31')) },
  ],
  [
    'a copy unless told otherwise',
    'action-required',
    {
      read: inBody((body) =>
        /^[^&]*=2014-10-31&SourceDB/.test(body) ? `Action=CopyDBClusterSnapshot&${body}` : body,
      ),
    },
  ],
  [
    'a failure where nothing is known',
    'form-plain',
    {
      instead: ({ form, requestId }) => {
        if (!form.has('Tags.member.1.Key')) return undefined;
        const { code, status } = faultEntry('InternalFailure');
        return writeFault(queryServices.neptune, { code, status, message: '' }, requestId);
      },
    },
  ],
  [
    'the first nine tags only',
    'wire-request-lists',
    understanding(({ Tags, ...rest }) => ({ ...rest, Tags: Tags?.slice(0, 9) })),
  ],
  ['no list of tags at all', 'wire-request-lists', understanding(({ Tags: _tags, ...rest }) => rest)],
  [
    'an empty list of tags is one tag without a key',
    'wire-request-lists',
    understanding(({ Tags, ...rest }) => ({ ...rest, Tags: Tags?.length === 0 ? [{}] : Tags })),
  ],
  [
    'names of AWS Backup are none',
    'source-exists',
    {
      copy: ({ request }, call) =>
        /awsbackup:/i.test(request.SourceDBClusterSnapshotIdentifier ?? '')
          ? refuse(call, 'InvalidParameterValue')
          : undefined,
    },
  ],
  [
    'sources in the case they are written in',
    'source-case-insensitive',
    understanding(({ SourceDBClusterSnapshotIdentifier: source, ...rest }) => ({
      ...rest,
      SourceDBClusterSnapshotIdentifier: source?.replaceAll(/[A-Z](?=[^:]*$)/g, (letter) => `x${letter}`),
    })),
  ],
  [
    'a PreSignedUrl names another Region',
    'presigned-url-of-sdk',
    understanding(({ PreSignedUrl, SourceDBClusterSnapshotIdentifier: source, ...rest }) => ({
      ...rest,
      SourceDBClusterSnapshotIdentifier: PreSignedUrl === undefined ? source : `no-${source}`,
    })),
  ],
];

/** Endpoints that misread requests. */
export const misread: readonly Mutant[] = misreadings.map(([name, rule, variant]) => ({
  name: `${name}: ${rule}`,
  direction: 'misread',
  rule,
  // A source that is not found is held against the rule of that fault.
  blamed: ['source-exists'],
  variant: () => variant,
}));
