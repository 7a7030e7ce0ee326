import type { ContradictionInfo, ProvenanceInfo } from '../../contract/generated/types.ts';

/** How well something is known, and of which sibling. */
export const howKnown = ({ level, sibling }: Pick<ProvenanceInfo, 'level' | 'sibling'>): string =>
  sibling === undefined ? level : `${level} (${sibling})`;

/** Who says otherwise, what, and why that is set aside, if it is. */
export const contradictionText = ({ says, setAside, source }: ContradictionInfo): string =>
  `${says}${setAside === undefined ? '' : ` Set aside: ${setAside}`} ${source}`;
