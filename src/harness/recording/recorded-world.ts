import { realise, type Setting } from '../../model/index.ts';
import type { RecordedCase } from '../../contract/generated/types.ts';
import type { StagedWorld } from '../run/unit.ts';
import type { Target } from '../target/target.ts';

/** The world of a recorded case as it stood then, with the name of its copy. */
export function recordedWorld(
  { situation, names, found = {} }: RecordedCase,
  { setting }: Pick<Target, 'setting'>,
): StagedWorld {
  const named: Setting = { ...setting, nameOf: (handle) => `${names.prefix}${handle}` };
  return { realised: realise(situation.given, named, found), steps: [], copyName: names.copy };
}
