import type { HttpEdits } from '../../contract/generated/types.ts';
import { fillText, type Bindings } from '../world/bindings.ts';
import type { CopyRequest, OddForm } from './facts.ts';
import type { RawTag } from '../world/tags.ts';

/** Parameters of a form to set, or with null to remove. */
type WireEdits = Readonly<Record<string, string | null>>;

/** Members of the request that are one parameter of the form. */
const scalars = [
  'SourceDBClusterSnapshotIdentifier',
  'TargetDBClusterSnapshotIdentifier',
  'KmsKeyId',
  'PreSignedUrl',
] as const;

/** Fills the templates of edits with real names. */
export function fillHttp(http: HttpEdits | undefined, bindings: Bindings): HttpEdits | undefined {
  if (http?.doubled === undefined || http.doubled === null) return http;
  const doubled = Object.entries(http.doubled).map(([name, text]) => [name, fillText(text, bindings)]);
  return { ...http, doubled: Object.fromEntries(doubled) as Record<string, string> };
}

/** Whether the edits are of the form itself, so that no client's input could stand for them. */
export const needsWire = (wire: WireEdits, http: HttpEdits | undefined): boolean =>
  http !== undefined || Object.keys(wire).some((name) => !isMember(name));

const isMember = (name: string): boolean =>
  name === 'CopyTags' || name === 'Tags' || scalars.includes(name as (typeof scalars)[number]);

/**
 * The request as it arrives after the edits. Null removes a parameter, a text sets it. What is no member of the
 * request is told by its `form`. Of an empty body, that no operation is named is all that is said.
 */
export function applyWire(request: CopyRequest, wire: WireEdits, http?: HttpEdits): CopyRequest {
  const edited: Record<string, unknown> = { ...request };
  for (const [name, text] of Object.entries(wire)) {
    if (!isMember(name)) continue;
    if (text === null) delete edited[name];
    else if (name === 'CopyTags') edited[name] = text === 'true' ? true : text === 'false' ? false : text;
    else if (name === 'Tags') edited[name] = [];
    else edited[name] = text;
  }
  const tags = listedTags(wire);
  if (tags.plain && tags.items.length > 0) edited['Tags'] = tags.items;
  const form = oddForm(wire, http, tags);
  return Object.keys(form).length === 0 ? edited : { ...edited, form };
}

interface ListedTags {
  readonly items: readonly RawTag[];
  /** Whether they are listed as documented: `Tags.Tag.N`, from 1 and without gaps. */
  readonly plain: boolean;
}

function oddForm({ Action, Version, ...wire }: WireEdits, http: HttpEdits = {}, tags: ListedTags): OddForm {
  const strangers = Object.keys(wire).some((name) => !isMember(name) && !name.startsWith('Tags.'));
  const type = http.contentType ?? plainType;
  const isAlmostOurs = Action === '' || Action?.toLowerCase() === 'copydbclustersnapshot';
  const unspecified =
    strangers ||
    !tags.plain ||
    Version === null ||
    isAlmostOurs ||
    http.method === 'GET' ||
    http.escapes === 'iso-8859-1' ||
    Object.keys(http.doubled ?? {}).length > 0 ||
    !/^application\/x-www-form-urlencoded(; *charset=utf-8)?$/i.test(type);
  const missing = Action === null || http.body === 'empty';
  const unknown = (Action !== undefined && !isAlmostOurs) || (Version !== undefined && Version !== null);
  return {
    ...(missing ? { action: 'missing' as const } : unknown && { action: 'unknown' as const }),
    ...(unspecified && { unspecified }),
    ...(!tags.plain && { strayTags: tags.items }),
  };
}

const plainType = 'application/x-www-form-urlencoded';

/** The tags that the edits list, in the order of their numbers. */
function listedTags(wire: WireEdits): ListedTags {
  const items = new Map<number, Record<string, string>>();
  let plain = true;
  for (const [name, text] of Object.entries(wire)) {
    const [, element, number, field = ''] = /^Tags\.([^.]+)\.(\d+)\.(Key|Value)$/.exec(name) ?? [];
    if (element === undefined || text === null) continue;
    if (element !== 'Tag') plain = false;
    items.set(Number(number), { ...items.get(Number(number)), [field]: text });
  }
  const numbers = [...items.keys()].sort((a, b) => a - b);
  if (numbers.some((number, i) => number !== i + 1)) plain = false;
  return { items: numbers.map((number) => items.get(number) ?? {}), plain };
}
