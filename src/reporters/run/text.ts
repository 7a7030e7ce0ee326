import type { Report } from '../../contract/generated/types.ts';
import type { RenderOptions } from '../kit/render-options.ts';
import { renderLongText } from './long-text.ts';
import { renderPage } from './page.ts';

/** The report for people at a terminal: one page, or all that is known. */
export const renderText = (report: Report, options: RenderOptions): string =>
  options.verbose === true ? renderLongText(report, options) : renderPage(report, options);
