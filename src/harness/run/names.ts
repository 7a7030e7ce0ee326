import { partitionOf, type Bindings, type Setting } from '../../model/index.ts';

/** Names of a run: unique to the run and to the world, short enough for every limit. */
export const nameMaker =
  (runId: string, group: number) =>
  (handle: string): string =>
    `ncc-${runId}-${group}-${handle}`;

/** Name of the copy that a unit asks for. */
export const copyName = (runId: string, unit: number): string => `ncc-${runId}-u${unit}-new`;

/** Puts abstract names in the place of real ones. */
export type Abstract = (text: string) => string;

/** A real text, and what stands for it. */
type Known = readonly [real: string, abstract: Mark];

/** Writes what stands for a text, with how the target changed it, if it did. */
type Mark = (change?: string) => string;

const mark =
  (name: string): Mark =>
  (change) =>
    `{${name}${change === undefined ? '' : `:${change}`}}`;

/**
 * Puts the abstract names back in the place of real ones, so that values are alike from run to run: names, ids, ARNs
 * and accounts of the world, its Regions, and the endpoint. A target may give them back in another case or encoding;
 * what stands for them tells so.
 */
export function abstractor({ setting, keys, snapshots }: Bindings, url?: string): Abstract {
  const known: Known[] = [];
  for (const [handle, key] of Object.entries(keys)) {
    known.push(
      [key.arn, mark(`${handle}.arn`)],
      [key.aliasArn, mark(`${handle}.aliasArn`)],
      [key.alias, mark(`${handle}.alias`)],
      [key.id, mark(`${handle}.id`)],
    );
  }
  for (const [handle, snapshot] of Object.entries(snapshots)) {
    known.push([snapshot.arn, mark(`${handle}.arn`)], [snapshot.name, mark(handle)]);
  }
  known.push([setting.nameOf('new'), mark('new')], [setting.nameOf(''), mark('run')]);
  return replacer([...known, ...rolesOf(setting, url)]);
}

/** The same for a sequence of a search: its names all begin alike, and no document of its world gives them others. */
export const sequenceAbstractor = (prefix: string, setting: Roles, url?: string): Abstract =>
  replacer([[`${prefix}-`, mark('run')], ...rolesOf(setting, url)]);

/** Who and where the roles are. */
type Roles = Pick<Setting, 'accounts' | 'regions'>;

function rolesOf({ accounts, regions: { here, elsewhere } }: Roles, url: string | undefined): Known[] {
  return [
    [accounts.self, mark('account.self')],
    [accounts.other, mark('account.other')],
    ...endpointOf(url),
    [`arn:${partitionOf(here)}:`, () => 'arn:{partition}:'],
    [here, mark('region.here')],
    [elsewhere, mark('region.elsewhere')],
  ];
}

/**
 * The host of the endpoint, which may be any word: it is one only with its port, or where a URL has it. In which
 * letters or encoding says nothing, as a host may have none that change.
 */
function endpointOf(url: string | undefined): Known[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const { host, port } = new URL(url);
  const inUrl: Known = [`//${host}`, () => '//{endpoint}'];
  return port === '' ? [inUrl] : [inUrl, [host, () => '{endpoint}']];
}

/** A name that another world of a run has: which one is a matter of what stands beside it. */
const another = /ncc-[a-z0-9]{4,16}-[us]?\d+-[a-z0-9-]+/gi;

/** What is left of a name of the run when a target cuts or mangles it. */
const remains = /ncc[-_.][a-z0-9]{1,16}/gi;

function replacer(known: readonly Known[]): Abstract {
  const marks = new Map<string, { readonly real: string; readonly mark: Mark; readonly encoded: boolean }>();
  for (const [real, mark] of known) {
    for (const text of encodingsOf(real)) {
      const key = text.toLowerCase();
      if (key !== '' && !marks.has(key)) marks.set(key, { real, mark, encoded: text !== real });
    }
  }
  const longestFirst = [...marks.keys()].sort((a, b) => b.length - a.length);
  // Base64 is padded according to its length, which is that of a name.
  const pattern = new RegExp(`(${longestFirst.map(literal).join('|')})(={0,2})`, 'gi');
  return (text) =>
    text
      .replace(pattern, (whole, found: string, padding: string) => {
        const entry = marks.get(found.toLowerCase());
        if (entry === undefined) return whole;
        if (entry.encoded) return entry.mark('encoded');
        return entry.mark(found === entry.real ? undefined : caseOfText(found)) + padding;
      })
      .replace(another, '{another}')
      .replace(remains, '{run:cut}');
}

const caseOfText = (text: string): string => (text === text.toUpperCase() ? 'upper' : 'mixed');

/** A text as targets are known to write it: as it is, percent-encoded once or twice, in Base64. */
function encodingsOf(real: string): readonly string[] {
  const once = encodeURIComponent(real);
  return [real, once, encodeURIComponent(once), Buffer.from(real).toString('base64').replace(/=+$/, '')];
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
