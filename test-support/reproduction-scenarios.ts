import type { DirectedCase, Situation } from '../src/contract/case.ts';
import type { RuleId } from '../src/contract/generated/catalogue.ts';

/** Texts that a careless script would run, cut short or change. */
export const hostile =
  'it\'s "quoted" $HOME `id` $(id) \\n \\ %s {X} ${HOME} a&b=c+d/é 日本 🙂 !! #; --x\nsecond line\ttab\r\u2028end';

/** Situations that call for everything that a script can do, by name. */
export const situations: Readonly<Record<string, DirectedCase>> = {
  'a plain copy': scenario('copy-type-manual', {}),
  'a copy with tags, shown by its tags': scenario('copy-assigns-tags', {
    request: {
      Tags: [
        { Key: 'owner', Value: 'backup' },
        { Key: 'empty', Value: '' },
      ],
      CopyTags: true,
    },
  }),
  'an encrypted copy with an own key': scenario('copy-new-key', {
    given: {
      keys: { own: {}, vault: { alias: true } },
      snapshots: { source: { encryptedWith: 'own' } },
    },
    request: { KmsKeyId: '{vault.arn}' },
  }),
  'a copy of what another account shares': scenario('source-exists', {
    given: { snapshots: { source: { account: 'other', sharedWith: ['self'] } } },
    request: { SourceDBClusterSnapshotIdentifier: '{source.arn}' },
  }),
  'an encrypted copy from another Region': scenario('copy-source-arn', {
    given: {
      keys: { theirs: { region: 'elsewhere' }, here: {} },
      snapshots: { source: { region: 'elsewhere', encryptedWith: 'theirs' } },
    },
    request: { SourceDBClusterSnapshotIdentifier: '{source.arn}', KmsKeyId: '{here}' },
  }),
  'a copy of a copy, shown by its source': scenario('copy-create-time', {
    given: { snapshots: { origin: {}, source: { copyOf: 'origin' } } },
  }),
  'a copy of an automated snapshot': scenario('copy-of-automated', {
    given: { snapshots: { source: { type: 'automated' } } },
  }),
  'a key with a replica': scenario('copy-new-key', {
    given: {
      keys: { many: { replicas: ['elsewhere'] } },
      snapshots: { source: { encryptedWith: 'many' } },
    },
    request: { KmsKeyId: '{many.arn}' },
  }),
  'a key that is pending deletion': scenario('kms-key-accessible', {
    given: {
      keys: { own: {}, gone: { state: 'PendingDeletion' } },
      snapshots: { source: { encryptedWith: 'own' } },
    },
    request: { KmsKeyId: '{gone.arn}' },
  }),
  'a name that is taken': scenario('fault-leaves-no-trace', {
    request: { TargetDBClusterSnapshotIdentifier: '{source}' },
  }),
  'a missing member': scenario('target-required', { request: { TargetDBClusterSnapshotIdentifier: null } }),
  'a missing member, with a key, in the other account': scenario('source-required', {
    given: { keys: { own: { account: 'other' } } },
    caller: { account: 'other', region: 'here' },
    request: { SourceDBClusterSnapshotIdentifier: null, KmsKeyId: '{own.arn}' },
  }),
  'CopyTags=banana': scenario('copy-tags-boolean', { wire: { CopyTags: 'banana' } }),
  'a form in the query string': scenario('wire-request-form', { http: { method: 'GET' } }),
  'a parameter that stands twice': scenario('wire-request-form', {
    http: { doubled: { CopyTags: 'true' }, order: 'reversed', contentType: 'text/plain' },
  }),
  'the form of the answer': scenario('wire-namespace', {}),
  'hostile texts': scenario('tag-charset', {
    request: {
      SourceDBClusterSnapshotIdentifier: hostile,
      Tags: [
        { Key: hostile, Value: hostile },
        { Key: "'; exit 1 #", Value: '"; exit 1 #' },
      ],
    },
  }),
  'hostile texts on the wire': scenario('copy-tags-boolean', { wire: { CopyTags: hostile } }),
};

function scenario(
  rule: RuleId,
  { request, ...different }: Partial<Omit<Situation, 'request'>> & { readonly request?: object },
): DirectedCase {
  return {
    id: `reproduction/${rule}`,
    title: rule,
    rule,
    situation: {
      given: { snapshots: { source: {} } },
      caller: { account: 'self', region: 'here' },
      wire: {},
      ...different,
      request: {
        SourceDBClusterSnapshotIdentifier: '{source}',
        TargetDBClusterSnapshotIdentifier: '{new}',
        ...request,
      },
    },
    claim: { kind: 'unspecified', unspecified: [] },
  };
}
