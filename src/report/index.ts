/** Reports as data: reading them, holding one against another, joining the parts of one. */
export {
  compareReports,
  type CaseChange,
  type Change,
  type ComparedReport,
  type Comparison,
  type RuleChange,
  type RuleRow,
} from './compare.ts';
export { readReport, type ReadReport } from './read.ts';
