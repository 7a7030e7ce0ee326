import { readDocument, type DocumentProblem, type Position } from '../spec/document.ts';
import { schemas } from '../spec/generated/schemas.ts';
import type { EmbeddedSchema, PolicyDocument } from '../spec/generated/types.ts';
import { createValidator } from '../spec/validate.ts';
import { createCompiler, type Condition } from './condition.ts';
import type { Policy } from './policy.ts';
import type { Path } from './source-text.ts';

/** A policy, or what is wrong with its file and where. */
export type ReadPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** Makes a reader of policy files (spec/policy.schema.json); what it has compiled once serves all of them. */
export function createPolicyReader(): (text: string, file: string) => ReadPolicy {
  const validator = createValidator(schemas.filter(isNeeded));
  const compile = createCompiler();
  return (text, file) => {
    const read = readDocument<PolicyDocument>(text, file, 'neptune-copy-contract:policy', validator);
    if (!read.ok) return read;
    const { value: document } = read;
    const locate = (path: Path): Position => read.locate(path);
    const problems: DocumentProblem[] = [];
    const condition = (schema: EmbeddedSchema, path: Path): Condition => {
      const compiled = compile(schema);
      if (compiled.ok) return compiled.condition;
      for (const { at, message } of compiled.problems)
        problems.push({ file, ...locate([...path, ...at]), message: `${path.join('.')}: ${message}` });
      return neverAsked;
    };
    const policy: Policy = {
      id: document.id,
      file,
      document,
      severity: document.severity ?? 'error',
      ...(document.when !== undefined && { when: condition(document.when, ['when']) }),
      require: condition(document.require, ['require']),
      exceptions: (document.exceptions ?? []).map((exception, i) => ({
        ...exception,
        when: condition(exception.when, ['exceptions', i, 'when']),
        at: locate(['exceptions', i]),
      })),
      locate,
    };
    return problems.length > 0 ? { ok: false, problems } : { ok: true, policy };
  };
}

/** What the schema of policies refers to: compiling the others would take longer than reading the policies. */
const isNeeded = (schema: object): boolean =>
  /:(?:policy|plan|world|shapes\/.*)$/.test((schema as { $id?: string }).$id ?? '');

/** Stands for a condition whose schema is wrong, in a policy that is refused. */
const neverAsked: Condition = {
  validate: Object.assign(() => true, { schema: {} }) as never,
  dependsOn: () => false,
};

/** Policies that share their name with one before them. */
export function duplicateIds(policies: readonly Policy[]): DocumentProblem[] {
  return policies.flatMap(({ id, file, locate }, i) => {
    const first = policies.findIndex((other) => other.id === id);
    if (first === i) return [];
    const message = `the policy ${id} is also in ${policies[first]?.file ?? ''}`;
    return [{ file, ...locate(['id']), message }];
  });
}
