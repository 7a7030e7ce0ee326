import type { DriftReport } from '../../spec/generated/types.ts';

/** How a report is to be rendered. */
export interface DriftRenderOptions {
  /** Whether the reader can show colours. */
  readonly color: boolean;
}

/** Renders the report of a drift check. Pure: never changes the report, never writes. */
export type DriftReporter = (report: DriftReport, options: DriftRenderOptions) => string;

/** The reporters by the name of their format, each loaded when it is asked for. A new one is a file and a line here. */
export const driftReporters: Readonly<Record<string, () => Promise<DriftReporter>>> = {
  text: async () => (await import('./text.ts')).renderText,
  json: async () => (await import('./json.ts')).renderJson,
  github: async () => (await import('./github.ts')).renderGithub,
};
