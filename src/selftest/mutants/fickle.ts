import { createHash } from 'node:crypto';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import type { Snapshot } from '../../model/world/world.ts';
import { copying, rewriting, type Mutant } from './mutant.ts';
import type { Variant } from './endpoint.ts';

type Spoilt = readonly [name: string, rule: RuleId, variant: Omit<Variant, 'name'>];

/**
 * Endpoints whose bug looks another way in each run: they give names, ids and places back in another case, in an
 * encoding or cut, or make something up. Their deviations must have the same fingerprints all the same.
 */
const spoilt: readonly Spoilt[] = [
  ['the source in capitals', 'copy-source-arn', changing('SourceDBClusterSnapshotArn', capitals)],
  [
    'the source percent-encoded',
    'copy-source-arn',
    changing('SourceDBClusterSnapshotArn', encodeURIComponent),
  ],
  [
    'the source percent-encoded twice',
    'copy-source-arn',
    changing('SourceDBClusterSnapshotArn', (text) => encodeURIComponent(encodeURIComponent(text))),
  ],
  ['the source in Base64', 'copy-source-arn', changing('SourceDBClusterSnapshotArn', base64)],
  ['each name with a capital', 'copy-inherits', changing('DBClusterIdentifier', capital)],
  [
    'names cut at ten characters',
    'copy-inherits',
    changing('DBClusterIdentifier', (text) => text.slice(0, 10)),
  ],
  ['the key in capitals', 'copy-same-key', changing('KmsKeyId', capitals)],
  ['another VPC each time', 'copy-inherits', changing('VpcId', (_, name) => `vpc-${digest(name)}`)],
  [
    'another cluster each time',
    'copy-inherits',
    changing('DBClusterIdentifier', (_, name) => `cluster-${digest(name)}`),
  ],
  [
    'the cluster made just now',
    'copy-inherits',
    changing('ClusterCreateTime', () => new Date().toISOString()),
  ],
  [
    'the host in the namespace',
    'wire-namespace',
    rewriting((answer, { caller }) => ({
      ...answer,
      body: answer.body.replace(
        /xmlns="[^"]*"/,
        `xmlns="http://${caller?.region}.${caller?.account}.example/"`,
      ),
    })),
  ],
];

/** Endpoints that are wrong in a way that looks different each time. */
export const fickle: readonly Mutant[] = spoilt.map(([name, rule, variant]) => ({
  name: `${name}: ${rule}`,
  direction: variant.copy === undefined ? 'wrong wire' : 'wrong copy',
  rule,
  variant: () => variant,
}));

/** Copies of which one text is written in another way. */
function changing(
  member: keyof DBClusterSnapshot,
  change: (text: string, name: string) => string,
): Omit<Variant, 'name'> {
  return copying((copy: Snapshot): Snapshot => {
    const value = copy.shape[member];
    if (typeof value !== 'string') return copy;
    return { ...copy, shape: { ...copy.shape, [member]: change(value, copy.name) } };
  });
}

function capitals(text: string): string {
  return text.toUpperCase();
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** Something that looks made up, and is another one for each name. */
function digest(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 24);
}
