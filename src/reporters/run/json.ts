import { visibleJson } from '../../protocol/visible.ts';

/** A report itself, of whatever kind; each has its schema in `spec/`. */
export const renderJson = (report: object): string => `${visibleJson(report, 2)}\n`;
