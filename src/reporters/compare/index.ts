import type { Comparison } from '../../report/index.ts';
import type { RenderOptions } from '../index.ts';

/** Renders a comparison. Pure, like the reporters of reports. */
export type ComparisonReporter = (comparison: Comparison, options: RenderOptions) => string;

/** The reporters of comparisons by the name of their format, each loaded when it is asked for. */
export const comparisonReporters: Readonly<Record<string, () => Promise<ComparisonReporter>>> = {
  text: async () => (await import('./text.ts')).renderText,
  json: async () => (await import('./json.ts')).renderJson,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  html: async () => (await import('./html.ts')).renderHtml,
};
