import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inRepository } from './examples-steps.ts';

/** A step of a workflow or an action. */
export interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** What the tests read of a workflow. */
export interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps: readonly Step[];
        readonly services?: Readonly<Record<string, { readonly image: string }>>;
      }
    >
  >;
}

/** What the tests read of a composite action. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** Reads a YAML file of the repository. */
export const readYaml = (path: string): unknown => parse(readFileSync(inRepository(path), 'utf8'));

/** A step of a workflow, by its name. */
export function stepOf({ jobs }: Workflow, name: string): Step {
  const step = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .find((each) => each.name === name);
  if (step === undefined) throw new Error(`no step is called "${name}"`);
  return step;
}

/** Replaces `${{ inputs.NAME }}`. Throws for any other expression, and for an input that is not given. */
export function expand(text: string, inputs: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const name = /^ inputs\.([\w-]+) $/.exec(expression)?.[1] ?? '';
    const value = inputs[name];
    if (value === undefined) throw new Error(`cannot tell what ${expression} is`);
    return value;
  });
}
