export { casesText, caseText } from './cases.ts';
export { catalogueMarkdown } from './markdown.ts';
export { requirementsText } from './requirements.ts';
export { catalogueText, explainText } from './text.ts';
