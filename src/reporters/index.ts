import type { Report } from '../spec/generated/types.ts';
import { renderJson } from './json.ts';
import { renderText } from './text.ts';

/** How a report is to be rendered. */
export interface RenderOptions {
  /** Whether the reader can show colours. */
  readonly color: boolean;
}

/** Renders a report. Pure: never changes the report, never writes. */
export type Reporter = (report: Report, options: RenderOptions) => string;

/** The reporters by the name of their format. A new one is a file and a line here. */
export const reporters: Readonly<Record<string, Reporter>> = {
  text: renderText,
  json: renderJson,
};
