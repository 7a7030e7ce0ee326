import type { Report } from '../contract/generated/types.ts';

/** How a report is to be rendered. */
export interface RenderOptions {
  /** Whether the reader can show colours. */
  readonly color: boolean;
}

/** Renders a report. Pure: never changes the report, never writes. */
export type Reporter = (report: Report, options: RenderOptions) => string;

/**
 * The reporters by the name of their format, each loaded when it is asked for, so that the names alone cost nothing.
 * A new one is a file and a line here.
 */
export const reporters: Readonly<Record<string, () => Promise<Reporter>>> = {
  text: async () => (await import('./run/text.ts')).renderText,
  json: async () => (await import('./run/json.ts')).renderJson,
  junit: async () => (await import('./run/junit.ts')).renderJunit,
  github: async () => (await import('./run/github.ts')).renderGithub,
  markdown: async () => (await import('./run/markdown.ts')).renderMarkdown,
  html: async () => (await import('./run/html.ts')).renderHtml,
  badge: async () => (await import('./run/badge.ts')).renderBadge,
};
