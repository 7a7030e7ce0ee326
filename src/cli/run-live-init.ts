import { stringify } from 'yaml';
import { importWorld } from '../check/import/import-world.ts';
import { formatProblem } from '../contract/document.ts';
import { UsageError } from '../errors.ts';
import { parseArn } from '../model/world/arn.ts';
import { liveOf } from '../live/live-of.ts';
import type { LiveDocument } from '../contract/generated/types.ts';
import { complain } from './complain.ts';
import type { LiveInitFlags } from './flags.ts';
import { answersOf, writeNew } from './run-import-world.ts';

/** Writes a first file of what accounts have, by reading only. Resolves to the exit code. */
export async function runLiveInit(flags: LiveInitFlags): Promise<number> {
  const { profile, otherProfile, region, elsewhere, out, force = false } = flags;
  const outputs: Record<string, string> = {};
  const accounts: Record<string, { id: string; profile: string }> = {};
  for (const [role, name] of [
    ['self', profile],
    ['other', otherProfile],
  ] as const) {
    if (name === undefined) continue;
    for (const place of [region, elsewhere]) {
      if (place === undefined) continue;
      const answers = await answersOf({ profile: name, region: place });
      Object.assign(outputs, answers);
      const id = accountIn(Object.values(answers));
      if (id !== undefined) accounts[role] ??= { id, profile: name };
    }
  }
  const { self, other } = accounts;
  if (self === undefined)
    throw new UsageError(
      `the account of ${profile} has no snapshot in ${[region, elsewhere].filter(Boolean).join(' or ')}, so there is nothing that could be copied.`,
    );
  const imported = importWorld(outputs);
  if (!imported.ok) {
    imported.problems.map(formatProblem).forEach(complain);
    return 2;
  }
  const live: LiveDocument = liveOf(imported.world, {
    accounts: { self, ...(other !== undefined && { other }) },
    regions: { here: region, ...(elsewhere !== undefined && { elsewhere }) },
  });
  if (out === undefined) process.stdout.write(stringify(live));
  else await writeNew(out, stringify(live), force);
  return 0;
}

/** The account that the snapshots of these answers are of. */
function accountIn(answers: readonly string[]): string | undefined {
  const arns = answers.flatMap((answer) => /"DBClusterSnapshotArn":"([^"]+)"/.exec(answer)?.[1] ?? []);
  return arns.flatMap((arn) => parseArn(arn)?.account ?? [])[0];
}
