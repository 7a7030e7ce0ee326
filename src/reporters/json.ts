/** A report itself, of whatever kind; each has its schema in `spec/`. */
export const renderJson = (report: object): string => `${JSON.stringify(report, null, 2)}\n`;
