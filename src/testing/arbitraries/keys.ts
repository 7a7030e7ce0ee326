import fc, { type Arbitrary } from 'fast-check';
import type { CallerRole } from '../../contract/case.ts';
import type { KeyDocument } from '../../contract/generated/types.ts';

/** The keys of every generated world: each state and each way to reach a key, by a name that says which. */
export const keyCast = {
  own: { alias: true },
  spare: {},
  disabled: { state: 'Disabled', alias: true },
  dying: { state: 'PendingDeletion' },
  asymmetric: { spec: 'RSA_2048', alias: true },
  replicated: { replicas: ['elsewhere'] },
  abroad: { region: 'elsewhere', alias: true },
  theirs: { account: 'other', usableBy: ['self'], alias: true },
  closed: { account: 'other', alias: true },
  theirsDisabled: { account: 'other', state: 'Disabled', usableBy: ['self'] },
  theirsAbroad: { account: 'other', region: 'elsewhere', usableBy: ['self'], alias: true },
} as const satisfies Record<string, KeyDocument>;

/** Name of a key of the cast. */
export type KeyName = keyof typeof keyCast;

/** An enabled key in the caller's own account and Region. */
export function keyOf({ account, region }: CallerRole): KeyName {
  if (account === 'self') return region === 'here' ? 'own' : 'abroad';
  return region === 'here' ? 'theirs' : 'theirsAbroad';
}

/** One of the forms in which a request may name that key, as a template: id, ARN, and what aliases there are. */
export function formOf(name: KeyName, form: number): string {
  const hasAlias = 'alias' in keyCast[name];
  const parts = hasAlias ? ['id', 'arn', 'alias', 'aliasArn'] : ['id', 'arn'];
  return `{${name}.${parts[form % parts.length] ?? 'id'}}`;
}

/** Any key of the cast in any form, the AWS managed key, and references that lead nowhere. */
export function keyReferences(): Arbitrary<string> {
  const names = Object.keys(keyCast) as KeyName[];
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...names), fc.nat({ max: 3 }))
        .map(([name, form]) => formOf(name, form)),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', 'alias/aws/rds', 'alias/nowhere', '{unknown.uuid}', 'key/x'),
    },
    { weight: 1, arbitrary: malformedKeyArns() },
  );
}

function malformedKeyArns(): Arbitrary<string> {
  const arn = 'arn:{partition}:kms:{region.here}:{account.self}';
  return fc.constantFrom(
    'arn:',
    `${arn}:`,
    `${arn}:key/{unknown.uuid}`,
    `${arn}:key/{own.alias}`,
    `${arn}:{own.id}`,
    `${arn}:alias/nowhere`,
    'arn:aws-us-gov:kms:{region.here}:{account.self}:key/{own.id}',
    'arn:{partition}:rds:{region.here}:{account.self}:key/{own.id}',
    'arn:{partition}:kms:{region.elsewhere}:{account.self}:key/{own.id}',
  );
}
