import type { DriftReport } from '../../spec/generated/types.ts';

/** The report itself; its schema is `spec/drift.schema.json`. */
export const renderJson = (report: DriftReport): string => `${JSON.stringify(report, null, 2)}\n`;
