/** For unit tests of code that copies Neptune snapshots: the reference model behind a mocked SDK client. */
export { installReferenceModel, type ReferenceModel, type ReferenceModelOptions } from './reference-model.ts';
export { mockTarget } from './mock-target.ts';
export { toException } from './exceptions.ts';
export { emptyWorld, placeState, type World } from '../model/world.ts';
export { realise } from '../model/fixture.ts';
export { plainSetting, type Setting } from '../model/bindings.ts';
export type { Caller } from '../model/place.ts';
