import { jsonKind } from './json-source.ts';
import { itemParts, lineParts } from './json-parts.ts';
import { markBeyond, type SourceParts } from './source-text.ts';
import { usualPiece, yamlParts } from './yaml-parts.ts';

/**
 * The parts of a text that is read as `readSource` reads it, where that takes much room: lines of JSON, the items of a
 * list, or of a list that is that member of a document. A part of a list has the document with these items only.
 * Undefined where the text is to be read as a whole, or is not sound. `least` is the size of a part of YAML in
 * characters.
 */
export function sourceParts(
  source: string,
  file: string,
  member: string,
  least = usualPiece,
): SourceParts | undefined {
  if (source.startsWith('\ufeff') || markBeyond(source) !== undefined) return undefined;
  switch (jsonKind(file)) {
    case 'json':
      return itemParts(source, member);
    case 'lines':
      return lineParts(source);
    case undefined:
      return yamlParts(source, file, member, least);
  }
}
