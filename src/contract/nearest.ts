import { distance } from 'fastest-levenshtein';

/** The name that was probably meant: equal but for case, or a few letters away. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > 100) return undefined;
  const folded = name.toLowerCase();
  const ranked = names
    .map((candidate) => ({ candidate, away: distance(folded, candidate.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  const best = ranked[0];
  return best !== undefined && best.away <= Math.max(2, name.length / 4) ? best.candidate : undefined;
}

/** The question that an error message ends with; nothing when no name is near. */
export function suggestion(name: string, names: readonly string[]): string {
  const meant = nearest(name, names);
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}
