import type { RenderOptions } from '../index.ts';
import type { CheckReport } from '../../contract/generated/types.ts';

/** Renders the report of a check. Pure: never changes the report, never writes. */
export type CheckReporter = (report: CheckReport, options: RenderOptions) => string;

/**
 * The reporters by the name of their format, each loaded when it is asked for, so that the names alone cost nothing.
 * A new one is a file and a line here.
 */
export const checkReporters: Readonly<Record<string, () => Promise<CheckReporter>>> = {
  text: async () => (await import('./text.ts')).renderText,
  json: async () => (await import('../run/json.ts')).renderJson,
  junit: async () => (await import('./junit.ts')).renderJunit,
  sarif: async () => (await import('./sarif.ts')).renderSarif,
  github: async () => (await import('./github.ts')).renderGithub,
};
