import type { CheckReport } from '../../spec/generated/types.ts';

/** The report itself; its schema is `spec/check.schema.json`. */
export const renderJson = (report: CheckReport): string => `${JSON.stringify(report, null, 2)}\n`;
