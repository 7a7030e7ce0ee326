import { styleText } from 'node:util';

/** Gives a text a style, where the reader can see it. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** Gives texts their styles, or leaves them as they are for a reader that cannot show colours. */
export const painter =
  ({ color }: { readonly color: boolean }): Paint =>
  (style, text) =>
    color ? styleText(style, text, { validateStream: false }) : text;
