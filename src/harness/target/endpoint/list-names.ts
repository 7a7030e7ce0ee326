import { listElements } from '../../../protocol/actions.ts';

const tags = /<(\/?)([\w.:-]+)((?:\s[^<>]*)?)(\/?)>/g;

/** Answers that could hold such an element at all are few. */
const suspicious = new RegExp(
  Object.entries(listElements)
    .map(([list, entry]) => String.raw`<(?:\w+:)?${list}(?:\s[^<>]*)?>\s*<(?!\/|(?:\w+:)?${entry}[\s/>])`)
    .join('|'),
);

/**
 * An answer in which entries of lists have the names that AWS gives them, so that the SDK reads them; some emulators
 * call each `member`. For the calls that only prepare and look: the answer that is judged stays as it came. `renamed`
 * is told of each list with another name in it.
 */
export function withListNames(body: string, renamed: (list: string, entry: string) => void): string {
  if (!suspicious.test(body)) return body;
  const open: { readonly local: string; readonly name: string }[] = [];
  return body.replaceAll(tags, (whole, closing: string, name: string, rest: string, empty: string) => {
    const local = name.slice(name.indexOf(':') + 1);
    if (closing !== '') return `</${open.pop()?.name ?? name}>`;
    const list = open.at(-1)?.local ?? '';
    const wanted = Object.hasOwn(listElements, list) ? listElements[list] : undefined;
    const isOther = wanted !== undefined && wanted !== local;
    if (isOther) renamed(list, name);
    if (empty === '') open.push({ local: isOther ? wanted : local, name: isOther ? wanted : name });
    return isOther ? `<${wanted}${rest}${empty}>` : whole;
  });
}
