import { isSeq, parseDocument, type Node, type Scalar, visit, type YAMLMap } from 'yaml';
import type {
  BaselineEntry,
  OldBaselineDocument,
  OldBaselineEntry,
  Report,
} from '../contract/generated/types.ts';
import { BaselineDocumentEditor, type Row } from './baseline-document.ts';
import { covers } from './baseline-entry.ts';
import { updateBaseline } from './baseline-update.ts';
import type { BaselineContext } from './baseline.ts';
import { readBaseline } from './baseline-file.ts';

/** A baseline of version 2, what became of each old entry, in words, and the targets that no report told of. */
export interface UpgradedBaseline {
  readonly text: string;
  readonly changes: readonly string[];
  /** Targets with entries that need a report to be turned into new ones; the text is not to be used while there are. */
  readonly missing: readonly string[];
}

/**
 * Turns a baseline of version 1 into one of version 2. An old fingerprint cannot be read back, so the new entries come
 * from reports of today, and take over reason, link, owner and date of the old entry of the same rule. Where a rule
 * had several, or an old one fits no finding, somebody has to look: the entry says so, and nothing is lost. Pure.
 */
export function upgradeBaseline(
  text: string,
  old: OldBaselineDocument,
  reports: readonly Report[],
  context: BaselineContext,
): UpgradedBaseline {
  const told = new Set(reports.map(({ target }) => target.name));
  const missing = [...new Set(old.entries.map(({ target }) => target))].filter((name) => !told.has(name));
  const fresh = reports.reduce((before, report) => {
    const read = readBaseline(before, '');
    const baseline = read.ok ? read.baseline : { file: '', entries: [] };
    return updateBaseline(before, baseline, report, context).text;
  }, '');
  const read = readBaseline(fresh, '');
  const entries = read.ok ? read.baseline.entries : [];
  const document = new BaselineDocumentEditor(fresh);
  const comments = commentsOf(text);
  const changes: string[] = [];
  const used = new Set<OldBaselineEntry>();
  const rows = entries.map(({ line: _, column: __, ...entry }, i) => {
    const candidates = old.entries.filter((each) => mayBecome(each, entry));
    const row = takeOver(document.row(entry, i), candidates, changes);
    const said = candidates
      .filter((each) => !used.has(each))
      .map((each) => comments[old.entries.indexOf(each)]);
    const comment = joined(said, '\n');
    if (comment !== '') row.node.commentBefore = comment;
    for (const each of candidates) used.add(each);
    return row;
  });
  for (const entry of old.entries)
    if (told.has(entry.target) && !used.has(entry))
      changes.push(`dropped ${nameOf(entry)}: the report shows no deviation from the rule in its cases`);
  return { text: withHeader(text, document.write(rows, true)), changes, missing };
}

const mayBecome = (old: OldBaselineEntry, entry: BaselineEntry): boolean =>
  old.target === entry.target && old.rule === entry.rule && entry.cases.some((id) => covers(old.case, id));

function takeOver(row: Row, candidates: readonly OldBaselineEntry[], changes: string[]): Row {
  const [first, ...others] = candidates;
  const { rule, fingerprint } = row.entry;
  if (first === undefined) {
    changes.push(`new ${rule} ${fingerprint}: no old entry is about it`);
    return row;
  }
  const reasons = candidates.map(({ reason }) => (reason ?? '').trim());
  changes.push(`${candidates.map(nameOf).join(' and ')} became ${rule} ${fingerprint}`);
  return row.with({
    ...(others.length > 0 && {
      review: `${candidates.length} old entries may be meant (${candidates.map(sayOwner).join('; ')}): keep what fits`,
    }),
    reason: [...new Set(reasons)].join('\n\n'),
    ...(first.link !== undefined && { link: first.link }),
    owner: first.owner,
    ...(first.expires !== undefined && { expires: first.expires }),
  });
}

const nameOf = ({ rule, case: id, fingerprint }: OldBaselineEntry): string =>
  `${rule} (${id}) ${fingerprint}`;

const sayOwner = ({ fingerprint, owner, link, expires }: OldBaselineEntry): string =>
  [fingerprint, owner, link, expires && `until ${expires}`].filter(Boolean).join(', ');

/** The comments of the old entries, by their places; what stands above the first belongs to it. */
function commentsOf(text: string): readonly string[] {
  const list = parseDocument(text).get('entries');
  if (!isSeq<Node>(list)) return [];
  return list.items.map((item, i) => {
    const comments = [i === 0 ? list.commentBefore : undefined];
    visit(item, { Node: (_, { commentBefore, comment }) => void comments.push(commentBefore, comment) });
    return joined(comments, '\n');
  });
}

/** The comments at the head of the old file, in the place of ours. */
function withHeader(old: string, fresh: string): string {
  const before = parseDocument(old);
  const after = parseDocument(fresh);
  const above = (before.contents as YAMLMap | null)?.items[0]?.key as Partial<Scalar> | undefined;
  after.commentBefore = joined([before.commentBefore, above?.commentBefore]);
  after.comment = joined([before.comment]);
  return after.toString({ lineWidth: 110, singleQuote: true });
}

const joined = (comments: readonly (string | null | undefined)[], between = '\n\n'): string =>
  comments.filter((each) => typeof each === 'string' && each !== '').join(between);
