/** What is backed up, where to, and how many copies are kept. */
export interface Job {
  /** The cluster whose newest manual snapshot is taken over. */
  readonly cluster: string;
  readonly production: { readonly profile: string; readonly region: string };
  readonly vault: {
    readonly account: string;
    readonly profile: string;
    /** Key of the vault in production's Region: the first copy only crosses accounts. */
    readonly key: string;
    /** Where the first copy is copied to: these only cross Regions, each with a key of its own. */
    readonly elsewhere: readonly { readonly region: string; readonly key: string }[];
  };
  /** How many copies of the cluster are kept in each Region; at least the one that is made. */
  readonly keep: number;
}

/** The one that `npm start` runs. */
export const job: Job = {
  cluster: 'orders',
  production: { profile: 'production', region: 'us-east-1' },
  vault: {
    account: '444455556666',
    profile: 'vault',
    key: 'alias/vault',
    elsewhere: [{ region: 'eu-west-1', key: 'alias/vault' }],
  },
  keep: 7,
};
