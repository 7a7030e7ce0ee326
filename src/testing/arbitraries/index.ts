/**
 * fast-check generators of worlds (`worlds`), requests to them (`copyInputs`, `situations`) and sequences (`histories`,
 * `callSequences`), biased towards the boundaries of the rules.
 *
 * @example
 * fc.assert(
 *   fc.property(inputs(), ({ world, caller, request }) => {
 *     const mine = myPreflight(world, caller, request);
 *     return mine === 'accepted' || judge(world, caller, request).broken.length > 0;
 *   }),
 * );
 */
export * from './arns.ts';
export * from './histories.ts';
export * from './identifiers.ts';
export * from './keys.ts';
export * from './requests.ts';
export * from './situations.ts';
export * from './tags.ts';
export * from './texts.ts';
export * from './request-mutations.ts';
export * from './worlds.ts';
export * from '../../harness/search/calls.ts';
