import type { Report } from '../spec/generated/types.ts';

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
  text: async () => (await import('./text.ts')).renderText,
  json: async () => (await import('./json.ts')).renderJson,
  junit: async () => (await import('./junit.ts')).renderJunit,
  github: async () => (await import('./github.ts')).renderGithub,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  html: async () => (await import('./html.ts')).renderHtml,
  badge: async () => (await import('./badge.ts')).renderBadge,
};
