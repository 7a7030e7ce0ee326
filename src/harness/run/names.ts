import type { Bindings } from '../../model/index.ts';

/** Names of a run: unique to the run and to the world, short enough for every limit. */
export const nameMaker =
  (runId: string, group: number) =>
  (handle: string): string =>
    `ncc-${runId}-${group}-${handle}`;

/** Name of the copy that a unit asks for. */
export const copyName = (runId: string, unit: number): string => `ncc-${runId}-u${unit}-new`;

/** Puts the abstract names back in the place of real ones, so that texts are alike from run to run. */
export function abstractNames(text: string, bindings: Bindings): string {
  const { setting, keys, snapshots } = bindings;
  const known: (readonly [string, string])[] = [];
  for (const [handle, key] of Object.entries(keys)) {
    known.push(
      [key.arn, `{${handle}.arn}`],
      [key.aliasArn, `{${handle}.aliasArn}`],
      [key.alias, `{${handle}.alias}`],
      [key.id, `{${handle}.id}`],
    );
  }
  for (const [handle, snapshot] of Object.entries(snapshots)) {
    known.push([snapshot.arn, `{${handle}.arn}`], [snapshot.name, `{${handle}}`]);
  }
  known.push([setting.nameOf('new'), '{new}'], [setting.nameOf(''), '{run}']);
  known.push([setting.accounts.self, '{account.self}'], [setting.accounts.other, '{account.other}']);
  return known
    .filter(([real]) => real !== '')
    .sort(([a], [b]) => b.length - a.length)
    .reduce((result, [real, abstract]) => result.replaceAll(real, abstract), text);
}

/** Takes times out of a text, so that what is alike but for them compares equal. */
export const withoutTimes = (text: string): string =>
  text.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '{time}');

/**
 * Takes out of what was expected that in which the same defect differs: quoted values, and which faults would have
 * done, because that depends on what else is broken.
 */
export const withoutValues = (text: string): string =>
  text.replaceAll(/"[^"]*"/g, '…').replace(/^(a rejection with|a copy, or) [^]*$/, '$1 …');
