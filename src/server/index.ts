/** HTTP endpoint over the reference model. */
export { handle, type HandleOptions } from './handle.ts';
export { startServer, type RunningServer, type ServerOptions } from './start.ts';
