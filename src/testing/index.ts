/** The kit for other teams' tests, and the mocked client as something to be judged, which only this package does. */
export * from './kit.ts';
export { mockTarget } from './mock-target.ts';
