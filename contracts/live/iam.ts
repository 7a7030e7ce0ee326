/** As much of IAM as judges the policies that `live plan` prints. What is not understood is an error, never a pass. */
import type { IamPolicy, IamStatement } from '../../src/live/policy.ts';

/** What somebody asks to do. */
export interface IamRequest {
  readonly action: string;
  /** What it is done to: each must be allowed. */
  readonly resources: readonly string[];
  /** Condition keys, such as `aws:RequestTag/team`. */
  readonly context: Readonly<Record<string, string>>;
}

/** The first resource that a policy does not allow the action on; undefined when it allows all. */
export const notAllowed = ({ Statement }: IamPolicy, request: IamRequest): string | undefined =>
  request.resources.find((resource) => !Statement.some((statement) => allows(statement, request, resource)));

const allows = (
  { Action, Resource, Condition = {} }: IamStatement,
  { action, context }: IamRequest,
  resource: string,
): boolean =>
  Action.some((pattern) => isLike(action, pattern)) &&
  Resource.some((pattern) => isLike(resource, pattern)) &&
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => meets(operator, context[key], wanted)),
  );

function meets(operator: string, actual: string | undefined, wanted: string): boolean {
  if (actual === undefined) return false;
  if (operator === 'StringLike') return isLike(actual, wanted);
  if (operator === 'Bool') return actual === wanted;
  throw new Error(`the stand-in does not know the condition ${operator}`);
}

function isLike(text: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}
