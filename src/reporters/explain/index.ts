export { catalogueMarkdown } from './markdown.ts';
export { catalogueText, explainText } from './text.ts';
