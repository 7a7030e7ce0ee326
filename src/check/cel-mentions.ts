import type { ASTNode } from '@marcbachmann/cel-js';
import { suggestion } from '../contract/nearest.ts';
import { quoted, shownPath } from '../contract/shown.ts';
import { contextMembers } from './inspect-schema.ts';

/** A part of the context that an expression speaks of, or a member that the context does not have. */
export type CelMention =
  | { readonly kind: 'mentions'; readonly path: readonly string[] }
  | { readonly kind: 'problem'; readonly offset: number; readonly message: string };

/** A node of an expression and all below it. */
export function* nodesOf(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const each of [node.args].flat(3) as unknown[]) if (isNode(each)) yield* nodesOf(each);
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value;

/** What an expression speaks of: the longest chains of members, in the order in which they stand there. */
export function* celMentions(node: ASTNode): Generator<CelMention> {
  const path = pathOf(node);
  if (path !== undefined) {
    const problem = misspelt(node, path);
    yield problem ?? { kind: 'mentions', path };
    return;
  }
  for (const each of [node.args].flat(3) as unknown[]) if (isNode(each)) yield* celMentions(each);
}

/** The steps of a chain such as `source.tags["a"]`; undefined where it is none. */
function pathOf(node: ASTNode): readonly string[] | undefined {
  switch (node.op) {
    case 'id':
      return [node.args];
    case '.':
    case '.?': {
      const before = pathOf(node.args[0]);
      return before === undefined ? undefined : [...before, node.args[1]];
    }
    case '[]':
    case '[?]': {
      const before = pathOf(node.args[0]);
      const [, step] = node.args;
      return before !== undefined && step.op === 'value' && typeof step.args === 'string'
        ? [...before, step.args]
        : undefined;
    }
    default:
      return undefined;
  }
}

/** A chain that starts in the context and leads to a member that it does not have. Other names are of a macro. */
function misspelt(node: ASTNode, path: readonly string[]): CelMention | undefined {
  const [root = ''] = path;
  if (contextMembers([])?.includes(root) !== true) return undefined;
  for (const [i, name] of path.entries()) {
    const members = contextMembers(path.slice(0, i));
    if (members === undefined) return undefined;
    if (members.includes(name)) continue;
    const message = `${shownPath(path.slice(0, i))} has no member ${quoted(name)}${suggestion(name, members)}`;
    return { kind: 'problem', offset: node.end - name.length, message };
  }
  return undefined;
}
