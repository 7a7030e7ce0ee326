import { shownPath } from '../contract/shown.ts';
import type { KnownCaller } from './plan.ts';

/** What is known of a copy besides its request. */
export interface Known {
  readonly caller: KnownCaller;
  /** Whether there is a world. */
  readonly inWorld: boolean;
}

/**
 * Why something is not decided: the parts of the context that it depends on (paths with slashes), and the flags that
 * would tell them. What neither tells follows from a request that is wrong itself, or from what the world has not.
 */
export function whatDecides(on: readonly string[], known: Known): string {
  const paths = [...new Set(on)];
  const names = paths.map((path) => shownPath(path.split('/')));
  const flags = [...new Set(paths.flatMap((path) => flagsFor(path, known)))];
  const asked = flags.map((flag) => (flag === '--world' ? flag : `${flag} (or caller in the plan)`));
  const remedy = asked.length > 0 ? `; give ${asked.join(' and ')}` : '';
  return `${names.slice(0, most).join(', ')}${names.length > most ? ' and more' : ''} not known${remedy}`;
}

const most = 5;

const ofWorldAlone = new Set(['copy/tags', 'plan/madeToday']);

/** The flags without which this part of the context is not known. */
function flagsFor(path: string, { caller, inWorld }: Known): readonly string[] {
  const member = path.split('/').at(-1);
  const untold = (['account', 'region'] as const).filter((part) => caller[part] === undefined);
  const parts = untold.filter(
    (part) => member === part || path === `cross${part === 'account' ? 'Account' : 'Region'}`,
  );
  if (parts.length > 0) return parts.map((part) => `--${part}`);
  if (path === 'plan/toPlace') return ['--account', '--region'];
  if (path === 'key/Arn') return [...untold.map((part) => `--${part}`), ...(inWorld ? [] : ['--world'])];
  const ofWorld = path.startsWith('source/') || path.startsWith('key/') || ofWorldAlone.has(path);
  return ofWorld && !inWorld ? ['--world'] : [];
}
