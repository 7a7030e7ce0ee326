import { readDocuments, type DocumentProblem, type Position } from '../contract/document.ts';
import { schemas } from '../contract/generated/schemas.ts';
import type { EmbeddedSchema, PolicyDocument } from '../contract/generated/types.ts';
import { createValidator } from '../contract/validate.ts';
import { shown } from '../contract/shown.ts';
import { compileCel, type CelUse } from './cel.ts';
import { allOf, type Clause } from './clause.ts';
import { createCompiler, decide } from './condition.ts';
import { placeIn } from './place-in.ts';
import type { Policy } from './policy.ts';
import type { Path, SourceLimits } from '../contract/source-text.ts';

/** The policies of a file, and what is wrong with it and where. */
export interface ReadPolicies {
  readonly policies: readonly Policy[];
  readonly problems: readonly DocumentProblem[];
}

const schemaId = 'neptune-copy-contract:policy';

/** Far more than a policy needs, and little enough for the validator, which compiles what it reads. */
const limits: SourceLimits = { marks: 100_000, aliased: 10_000 };

/** Makes a reader of policy files (spec/policy.schema.json); what it has compiled once serves all of them. */
export function createPolicyReader(): (text: string, file: string) => ReadPolicies {
  const validator = createValidator(schemas.filter(isNeeded));
  const compile = createCompiler();
  return (text, file) => {
    const problems: DocumentProblem[] = [];
    const read = readDocuments<PolicyDocument>(text, file, schemaId, validator, limits);
    const policies = read.flatMap((each) => {
      if (!each.ok) {
        problems.push(...each.problems);
        return [];
      }
      const { value } = each;
      const locate = (path: Path): Position => each.locate(path);
      return [policyOf(value, file, locate, clausesOf(text, file, locate, compile, problems))];
    });
    return { policies: problems.length > 0 ? [] : policies, problems };
  };
}

/** Compiles what a policy asks, from where it stands in the policy. */
interface Clauses {
  readonly ofSchema: (schema: EmbeddedSchema, path: Path) => Clause;
  readonly ofExpression: (expression: string, path: Path, use: CelUse, say?: string) => Clause;
  readonly missing: (message: string) => void;
}

function clausesOf(
  text: string,
  file: string,
  locate: (path: Path) => Position,
  compile: ReturnType<typeof createCompiler>,
  problems: DocumentProblem[],
): Clauses {
  const problem = (path: Path, at: Position, message: string): Clause => {
    problems.push({ file, ...at, message: path.length === 0 ? message : `${path.join('.')}: ${message}` });
    return neverAsked;
  };
  return {
    ofSchema(schema, path) {
      const compiled = compile(schema);
      if (compiled.ok) return { ask: (context) => decide(compiled.condition, context) };
      for (const { at, message } of compiled.problems) problem(path, locate([...path, ...at]), message);
      return neverAsked;
    },
    ofExpression(expression, path, use, say) {
      const compiled = compileCel(expression, use, say);
      if (compiled.ok) return compiled.clause;
      for (const { offset, message } of compiled.problems)
        problem(path, placeIn(text, locate(path), expression, offset), message);
      return neverAsked;
    },
    missing: (message) => void problem([], locate([]), message),
  };
}

function policyOf(
  document: PolicyDocument,
  file: string,
  locate: (path: Path) => Position,
  { ofSchema, ofExpression, missing }: Clauses,
): Policy {
  const { id, when, require, matchConditions = [], validations = [], exceptions = [] } = document;
  if (require === undefined && validations.length === 0)
    missing('the policy asks nothing: it has neither require nor validations');
  const applies = [
    ...(when === undefined ? [] : [ofSchema(when, ['when'])]),
    ...matchConditions.map(({ expression }, i) =>
      ofExpression(expression, ['matchConditions', i, 'expression'], 'matchCondition'),
    ),
  ];
  const asked = [
    ...(require === undefined ? [] : [ofSchema(require, ['require'])]),
    ...validations.map(({ expression, message }, i) =>
      ofExpression(expression, ['validations', i, 'expression'], 'validation', message),
    ),
  ];
  return {
    id,
    file,
    document,
    severity: document.severity ?? 'error',
    ...(applies.length > 0 && { when: allOf(applies) }),
    require: allOf(asked),
    exceptions: exceptions.map((exception, i) => ({
      ...exception,
      when: ofSchema(exception.when, ['exceptions', i, 'when']),
      at: locate(['exceptions', i]),
    })),
    locate,
  };
}

/** What the schema of policies refers to: compiling the others would take longer than reading the policies. */
const isNeeded = (schema: object): boolean =>
  /:(?:policy|plan|world|shapes\/.*)$/.test((schema as { $id?: string }).$id ?? '');

/** Stands for a clause that is wrong, in a policy that is refused. */
const neverAsked: Clause = { ask: () => ({ kind: 'met' }) };

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
