/** The operation that all is about: where a target says itself that it has none, that is a capability by this name. */
export const operation = 'CopyDBClusterSnapshot';

/** What a target may be judged without, by the name that users give: the capability as the probes call it. */
export const capabilityOf = {
  kms: 'KMS keys',
  'key-states': 'KMS key states',
  sharing: 'sharing',
  tags: 'tags',
  'second-account': 'second account',
  'second-region': 'second Region',
} as const;

/** What may be left out of a run. */
export type LeftOutName = keyof typeof capabilityOf;

/** The names of what may be left out of a run. */
export const leftOutNames = Object.keys(capabilityOf) as readonly LeftOutName[];
