import { escapeXml } from '../../../protocol/text.ts';

/** HTML that is safe to write as it is. */
export interface Markup {
  readonly html: string;
}

/** What may stand in a template: texts are escaped, lists are written one after the other, nothing is nothing. */
export type Content = string | number | Markup | readonly Content[] | undefined;

/** A template of HTML. Whatever is put in is escaped unless it is markup itself; attributes need double quotes. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let text = strings[0] ?? '';
  for (const [i, content] of contents.entries()) text += write(content) + (strings[i + 1] ?? '');
  return { html: text };
}

function write(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeXml(content);
  if (typeof content === 'number') return String(content);
  if ('html' in content) return content.html;
  let text = '';
  for (const each of content) text += write(each);
  return text;
}

/** A text in which addresses are links. Only http and https: nothing that a report holds may run. */
export const linked = (text: string): Markup => ({
  html: text
    .split(/(https?:\/\/[^\s;,"'<>]+)/)
    .map(
      (part, i) =>
        (i % 2 === 0 ? html`${part}` : html`<a href="${part}" rel="noreferrer">${short(part)}</a>`).html,
    )
    .join(''),
});

/** An address for people: who says it, and the page. */
function short(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname } = new URL(address);
  const page = pathname.split('/').findLast((part) => part !== '') ?? '';
  return page === '' ? host : `${host} … ${page}`;
}
