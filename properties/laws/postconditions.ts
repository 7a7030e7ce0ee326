import { rules, type PostconditionId } from '../../src/contract/generated/catalogue.ts';
import type { RuleLaw } from '../accepted.ts';
import { family, copyLaw, type StatedLaw } from '../law.ts';
import { memberLaws } from './copied-members.ts';
import { tagLaws } from './copied-tags.ts';
import { copyingLaws } from './copying.ts';

/** One law for each postcondition of the catalogue; the compiler sees to it that none is missing. */
const laws: Readonly<Record<PostconditionId, RuleLaw>> = { ...memberLaws, ...tagLaws, ...copyingLaws };

const statementOf = (id: PostconditionId): string => rules.find((rule) => rule.id === id)?.statement ?? '';

export const postconditions = family(
  'An accepted copy is what the catalogue says',
  (Object.keys(laws) as PostconditionId[]).map((id): StatedLaw =>
    copyLaw({ states: `${id}: ${statementOf(id)}`, ...laws[id] }),
  ),
);
