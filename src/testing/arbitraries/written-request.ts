import type { Situation } from '../../contract/case.ts';

/** A request as a case writes it down: names are templates, and what no SDK sends goes to the wire. */
export type WrittenRequest = Pick<Situation, 'request' | 'wire'>;
