export { explain, explainAll, type Explanation } from './explanation.ts';
export { catalogueMarkdown } from './markdown.ts';
export { catalogueText, explainText } from './text.ts';
