/**
 * Most of an answer that is read, in bytes. A page of a hundred snapshots has some 200 KB; what is larger is either no
 * answer of Neptune, or comes from a target that knows no pages. The SDK's parser needs 32 bytes for each character, so
 * that 8 MiB would already cost more than the 400 MB that a run may have.
 */
export const largestAnswer = 4 * 2 ** 20;

/**
 * Most elements, or objects and lists, that an answer may hold, by the characters that open them. What a parser makes of
 * one takes a hundred times its bytes, so that the size alone bounds nothing, and several worlds have their answers at once. A page of a hundred snapshots has 10,000.
 */
export const mostParts = 60_000;
