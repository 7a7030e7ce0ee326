import { Environment, EvaluationError, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import type { ASTNode, ParseResult } from '@marcbachmann/cel-js';
import { shown } from '../contract/shown.ts';
import { celMentions, nodesOf } from './cel-mentions.ts';
import { celView, contextRoots, Unknown } from './cel-view.ts';
import type { Clause } from './clause.ts';
import { linearPattern } from './linear-pattern.ts';

/** An expression, ready to be asked, or what is wrong with it and at which of its characters. */
export type CompiledCel =
  | { readonly ok: true; readonly clause: Clause }
  | {
      readonly ok: false;
      readonly problems: readonly { readonly offset: number; readonly message: string }[];
    };

/** What an expression is for: an error while it is evaluated breaks what is asked, and has what is conditional apply. */
export type CelUse = 'validation' | 'matchCondition';

/** Stands for `matches` in what is evaluated: as long, so that offsets stay, and run in linear time. */
const linearMatches = '_match_';

const environment = (): Environment => {
  const made = new Environment({
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: 2000, maxDepth: 100 },
  });
  for (const [name, type] of contextRoots) made.registerVariable(name, type);
  return made.registerFunction(`string.${linearMatches}(string): bool`, (text: string, pattern: string) => {
    const compiled = linearPattern(pattern);
    if (!compiled.ok) throw new Error(compiled.message);
    return compiled.test(text);
  });
};

/**
 * Compiles an expression of CEL (the Common Expression Language, as in admission policies of Kubernetes) over the
 * decision context. `say` is what a finding tells where it is false.
 */
export function compileCel(expression: string, use: CelUse, say?: string): CompiledCel {
  const failed = (offset: number, message: string): CompiledCel => ({
    ok: false,
    problems: [{ offset, message }],
  });
  const env = environment();
  try {
    const source = withLinearMatches(expression, env.parse(expression).ast);
    const program = env.parse(source);
    const problems = [...celMentions(program.ast)].filter((each) => each.kind === 'problem');
    if (problems.length > 0) return { ok: false, problems };
    if ([...nodesOf(program.ast)].some(isMatches))
      return failed(0, 'matches is to be called on what stands right before it');
    const checked = program.check();
    if (!checked.valid) return failed(checked.error?.range?.start ?? 0, reasonOf(checked.error));
    if (checked.type !== 'bool' && checked.type !== 'dyn')
      return failed(0, `an expression is true or false, not of the type ${String(checked.type)}`);
    return { ok: true, clause: clauseOf(program, expression, use, say) };
  } catch (error) {
    if (!isOfCel(error)) throw error;
    return failed(error.range?.start ?? 0, reasonOf(error));
  }
}

const isMatches = (node: ASTNode): boolean => node.op === 'rcall' && node.args[0] === 'matches';

/** The expression with its own function in the place of `matches`, which would run patterns that never end. */
function withLinearMatches(expression: string, ast: ASTNode): string {
  let source = expression;
  for (const node of nodesOf(ast)) {
    if (node.op !== 'rcall' || node.args[0] !== 'matches') continue;
    const [, receiver, [pattern]] = node.args;
    const at = expression.lastIndexOf('matches', pattern?.start ?? node.end);
    if (at >= receiver.end) source = `${source.slice(0, at)}${linearMatches}${source.slice(at + 7)}`;
  }
  return source;
}

function clauseOf(program: ParseResult, expression: string, use: CelUse, say: string | undefined): Clause {
  const path = [...celMentions(program.ast)].flatMap((each) =>
    each.kind === 'mentions' ? [each.path] : [],
  )[0];
  const broken = (message: string) => ({ kind: 'broken', errors: [{ path: path ?? [], message }] }) as const;
  const text = shownExpression(expression);
  return {
    ask: (context) => {
      try {
        const answer: unknown = program(celView(context));
        if (answer === true) return { kind: 'met' };
        return broken(say ?? `failed: ${text}`);
      } catch (error) {
        if (error instanceof Unknown) return { kind: 'undecided', on: [error.path] };
        if (!isOfCel(error)) throw error;
        return use === 'matchCondition' ? { kind: 'met' } : broken(`${reasonOf(error)} in: ${text}`);
      }
    },
  };
}

type CelError = ParseError | EvaluationError | CelTypeError;

const isOfCel = (error: unknown): error is CelError =>
  error instanceof ParseError || error instanceof EvaluationError || error instanceof CelTypeError;

const reasonOf = (error: CelError | undefined): string =>
  (error?.summary ?? 'it makes no sense')
    .replaceAll(linearMatches, 'matches')
    .split(' ')
    .map(shown)
    .slice(0, 20)
    .join(' ');

/** An expression in one line of bearable length. */
const shownExpression = (expression: string): string => {
  const line = expression.trim().replaceAll(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
};
