import type { RenderOptions } from '../index.ts';
import type { DriftReport } from '../../contract/generated/types.ts';

/** Renders the report of a drift check. Pure: never changes the report, never writes. */
export type DriftReporter = (report: DriftReport, options: RenderOptions) => string;

/** The reporters by the name of their format, each loaded when it is asked for. A new one is a file and a line here. */
export const driftReporters: Readonly<Record<string, () => Promise<DriftReporter>>> = {
  text: async () => (await import('./text.ts')).renderText,
  json: async () => (await import('../run/json.ts')).renderJson,
  github: async () => (await import('./github.ts')).renderGithub,
};
