import { messageOf } from '../model/operations/copy.ts';
import type { Facts } from '../model/rules/facts.ts';
import { precedence } from '../model/rules/judge.ts';
import type { PreconditionId } from '../contract/generated/catalogue.ts';
import { shown } from '../contract/shown.ts';
import type { Judged } from './judged.ts';

const entries = new Map(precedence.map((entry) => [entry.id, entry]));

/** What a finding says of a rule that AWS refuses the copy for: in AWS's own words, as far as they are known. */
export function brokenMessage(rule: PreconditionId, { facts, taker }: Judged): string {
  const entry = entries.get(rule);
  const text = entry === undefined ? '' : messageOf(entry, abridged(facts));
  const why = rule === 'target-unique' ? collision(facts, taker) : '';
  return `${text}${why} (AWS answers ${(entry?.faults ?? []).join(' or ')})`;
}

/** What a finding says of a rule on which nothing is known. */
export const openMessage = (rule: PreconditionId, statement: string): string =>
  `It is not known what AWS does here. ${statement} (Where it refuses: ${(entries.get(rule)?.faults ?? []).join(' or ')})`;

function collision({ sourceName, target }: Facts, taker: Judged['taker']): string {
  if (taker !== undefined) return ` "${taker.name}" in ${taker.file}:${taker.line}:${taker.column} makes it.`;
  return sourceName.kind === 'name' && sourceName.name === target ? ' It is the source itself.' : '';
}

/** The facts with the names of the request as messages show them. */
function abridged(facts: Facts): Facts {
  const { request } = facts;
  const texts = Object.entries(request).filter(([, value]) => typeof value === 'string');
  const short = Object.fromEntries(texts.map(([name, value]) => [name, shown(value as string)]));
  return { ...facts, request: { ...request, ...short } };
}
