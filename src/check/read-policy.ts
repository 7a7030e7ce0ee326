import { readDocument, type DocumentProblem, type Position } from '../contract/document.ts';
import { schemas } from '../contract/generated/schemas.ts';
import type { EmbeddedSchema, PolicyDocument } from '../contract/generated/types.ts';
import { createValidator } from '../contract/validate.ts';
import { shown } from '../contract/shown.ts';
import { createCompiler, type Condition } from './condition.ts';
import type { Policy } from './policy.ts';
import type { Path, SourceLimits } from '../contract/source-text.ts';

/** A policy, or what is wrong with its file and where. */
export type ReadPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

const schemaId = 'neptune-copy-contract:policy';

/** Far more than a policy needs, and little enough for the validator, which compiles what it reads. */
const limits: SourceLimits = { marks: 100_000, aliased: 10_000 };

/** Makes a reader of policy files (spec/policy.schema.json); what it has compiled once serves all of them. */
export function createPolicyReader(): (text: string, file: string) => ReadPolicy {
  const validator = createValidator(schemas.filter(isNeeded));
  const compile = createCompiler();
  return (text, file) => {
    const read = readDocument<PolicyDocument>(text, file, schemaId, validator, limits);
    if (!read.ok) return read;
    const { value: document } = read;
    const locate = (path: Path): Position => read.locate(path);
    const problems: DocumentProblem[] = [];
    const condition = (schema: EmbeddedSchema, path: Path): Condition => {
      const compiled = compile(schema);
      if (compiled.ok) return compiled.condition;
      for (const { at, message } of compiled.problems)
        problems.push({
          file,
          ...locate([...path, ...at]),
          message: `${path.join('.')}: ${message}`,
        });
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
  const firsts = new Map<string, string>();
  return policies.flatMap(({ id, file, locate }) => {
    const first = firsts.get(id);
    if (first === undefined) {
      firsts.set(id, file);
      return [];
    }
    const message = `the policy ${shown(id)} is also in ${first}`;
    return [{ file, ...locate(['id']), message }];
  });
}
