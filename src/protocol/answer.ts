import type { DBClusterSnapshot } from '../contract/generated/types.ts';
import type { HttpResponse } from './http.ts';
import { readSnapshot, type UnreadElement } from './read-snapshot.ts';
import { childOf, findElement, localName, parseXml, type XmlElement } from './xml.ts';

/** What every answer has, understood or not. */
interface Answered {
  /** HTTP status, whatever the body says. */
  readonly status: number;
  /** RequestId in the body. */
  readonly requestId?: string;
}

/** What a server answered to CopyDBClusterSnapshot, as far as it can be understood. */
export type Answer =
  | (Answered & {
      readonly kind: 'copied';
      readonly snapshot: DBClusterSnapshot;
      /** Elements of the snapshot that could not be read. */
      readonly unread: readonly UnreadElement[];
      /** `<DBClusterSnapshot>` itself. */
      readonly element: XmlElement;
      readonly tree: XmlElement;
    })
  | (Answered & {
      readonly kind: 'rejected';
      readonly code: string;
      readonly message?: string;
      /** `Sender` or `Receiver`, as written. */
      readonly type?: string;
      /** The element that holds `<Code>`. */
      readonly element: XmlElement;
      readonly tree: XmlElement;
    })
  | (Answered & {
      readonly kind: 'unintelligible';
      readonly reason: string;
      readonly tree?: XmlElement;
    });

/**
 * Reads an answer to CopyDBClusterSnapshot from any server. It looks for `<DBClusterSnapshot>` and `<Code>`
 * wherever they are, so that deviations of the envelope, the namespace or the status do not hide what was meant;
 * the rules about these are to be checked on the tree. A body with both is read as its status tells. Nothing is
 * thrown.
 */
export function readAnswer({ status, body }: HttpResponse): Answer {
  const tree = parseXml(body);
  if ('error' in tree) {
    const reason =
      body.trim() === '' ? 'the body is empty' : `the body is not well-formed XML: ${tree.error}`;
    return { kind: 'unintelligible', status, reason };
  }
  const id = findElement(tree, (element) => localName(element).toLowerCase() === 'requestid')?.text;
  const answered: Answered = { status, ...(id !== undefined && { requestId: id }) };
  const snapshot = findElement(tree, (element) => localName(element) === 'DBClusterSnapshot');
  const fault = findElement(tree, (element) => childOf(element, 'Code') !== undefined);

  if (snapshot !== undefined && (fault === undefined || status < 300)) {
    return { kind: 'copied', ...answered, ...readSnapshot(snapshot), element: snapshot, tree };
  }
  if (fault !== undefined) {
    const message = childOf(fault, 'Message')?.text;
    const type = childOf(fault, 'Type')?.text;
    return {
      kind: 'rejected',
      ...answered,
      code: childOf(fault, 'Code')?.text ?? '',
      ...(message !== undefined && { message }),
      ...(type !== undefined && { type }),
      element: fault,
      tree,
    };
  }
  const reason = 'the body has neither a DBClusterSnapshot nor an error with a Code';
  return { kind: 'unintelligible', ...answered, reason, tree };
}
