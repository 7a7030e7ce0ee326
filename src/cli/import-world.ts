import { Command } from 'commander';
import type { ImportWorldFlags } from './flags.ts';
import { parseRegion } from './options.ts';

/** The command `import-world`. Its work is loaded only when it runs. */
export function importWorldCommand(): Command {
  return new Command('import-world')
    .description(
      'Make a world file, for `check --world` and `serve --world`, of what AWS CLI tells of an account.',
    )
    .argument('[file...]', 'outputs of AWS CLI, JSON or YAML, or folders of them; - for standard input')
    .option(
      '--out <file>',
      'where the world is written: JSON where it ends with .json, else YAML; standard output unless given',
    )
    .option(
      '--profile <name>',
      'ask AWS itself by this profile of the AWS configuration, reading only; with --region',
    )
    .option('--region <region>', 'the Region that is asked', parseRegion)
    .option('--force', 'write over a file that is there')
    .addHelpText('after', help)
    .action(async (files: readonly string[], flags: ImportWorldFlags) => {
      const { runImportWorld } = await import('./run-import-world.ts');
      process.exitCode = await runImportWorld(files, flags);
    });
}

const help = `
Understood are the outputs of these, in any order and number, of any accounts and Regions:
  aws neptune describe-db-cluster-snapshots               snapshots, and their TagList where they have one
  aws neptune describe-db-cluster-snapshot-attributes     with whom one is shared
  aws neptune list-tags-for-resource                      the tags of one: as SNAPSHOT.tags.json, because it does not say whose
  aws kms describe-key                                    a key
  aws kms list-aliases                                    aliases of keys
  aws neptune describe-db-clusters                        nothing of it has a place in a world
The same is asked of AWS with --profile and --region (but clusters), by the credentials and endpoints that the SDK finds
for the profile; nothing is changed. Both need these actions: rds:DescribeDBClusterSnapshots, rds:DescribeDBClusterSnapshotAttributes,
rds:ListTagsForResource, kms:DescribeKey, kms:ListAliases (and rds:DescribeDBClusters for clusters).

What a world cannot hold is told on standard error, with how often. Policies and grants of keys are in no output: other
accounts may use no key unless you write usableBy.

Exit codes: 0 the world is written, 2 something is no such output, or could not be read or written.

Examples:
  aws neptune describe-db-cluster-snapshots > outputs/snapshots.json
  aws neptune list-tags-for-resource --resource-name ARN > outputs/nightly.tags.json
  neptune-copy-contract import-world outputs --out world.yaml
  neptune-copy-contract import-world --profile backup --region eu-west-1 --out world.yaml
  neptune-copy-contract check plans --world world.yaml --account 111122223333 --region eu-west-1`;
