import type { Report } from '../spec/generated/types.ts';

/** The report itself; its schema is `spec/report.schema.json`. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
