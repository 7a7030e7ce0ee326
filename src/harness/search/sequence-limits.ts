/** Most pieces that a sequence is made of, after the snapshot that it begins with. */
export const mostPieces = 6;

/** Most snapshots that a sequence makes otherwise than by copying: the first, and one in each piece. */
export const mostCreations = 1 + mostPieces;
