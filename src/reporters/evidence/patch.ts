import type { WrittenEvidence } from '../../verify/evidence/patch.ts';

/** The rows that are proposed, as a patch for `git apply`. */
export const renderPatch = ({ patch }: WrittenEvidence): string => patch;
