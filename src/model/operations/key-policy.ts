import { isAccount } from '../world/place.ts';
import { say } from '../world/say.ts';
import { refuse, type Reply } from './reply.ts';

/**
 * The other accounts that a key policy lets in: those of the principals of Allow statements that allow kms:CreateGrant,
 * without which a snapshot cannot be copied. What else is allowed, Deny and conditions are not looked at. Fault:
 * MalformedPolicyDocumentException.
 */
export function accountsOf(policy: string | undefined, owner: string): readonly string[] | Reply<never> {
  if (policy === undefined) return [];
  const statements = statementsOf(policy);
  if (statements === undefined) return malformed('The policy is not valid JSON with statements.');
  const accounts = new Set<string>();
  for (const { Effect, Principal, Action } of statements) {
    for (const principal of principalsOf(Principal)) {
      const account = accountOf(principal);
      if (account === undefined) return malformed(say`Invalid principal in policy: ${nameOf(principal)}`);
      if (Effect === 'Allow' && account !== owner && allowsGrants(Action)) accounts.add(account);
    }
  }
  return [...accounts];
}

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
}

function statementsOf(policy: string): readonly Statement[] | undefined {
  let document: unknown;
  try {
    document = JSON.parse(policy);
  } catch {
    return undefined;
  }
  if (!isObject(document)) return undefined;
  const statements = asList(document['Statement'] ?? []);
  return statements.every(isObject) ? statements : undefined;
}

/** Whether a grant may be made. A statement without actions is one about everything else: it is not told here. */
const allowsGrants = (action: unknown): boolean =>
  action === undefined || asList(action).some((pattern) => typeof pattern === 'string' && matches(pattern));

const createGrant = 'kms:creategrant';

/** How much of the action a pattern may have matched: nothing to all. */
const matched = Array.from({ length: createGrant.length + 1 }, (_, i) => i);

/** Whether a pattern of IAM, with `*` and `?`, means kms:CreateGrant, in whatever case. Any pattern takes linear time. */
function matches(pattern: string): boolean {
  let ends: readonly number[] = [0];
  for (const sign of pattern.toLowerCase()) {
    ends =
      sign === '*'
        ? matched.slice(ends[0])
        : ends.filter((at) => sign === '?' || sign === createGrant[at]).map((at) => at + 1);
    if (ends.length === 0) return false;
  }
  return ends.includes(createGrant.length);
}

/** AWS principals only: services and federated ones are no accounts. */
function principalsOf(principal: unknown): readonly unknown[] {
  if (!isObject(principal)) return principal === undefined ? [] : [principal];
  return asList(principal['AWS'] ?? []);
}

/** Twelve digits, `*` for everybody, or the account of an IAM or STS ARN. */
export function accountOf(principal: unknown): string | undefined {
  if (typeof principal !== 'string') return undefined;
  if (principal === '*' || isAccount(principal)) return principal;
  return /^arn:[^:]+:(?:iam|sts)::(\d{12}):.+$/.exec(principal)?.[1];
}

// An object of the caller's may not even let itself be turned into a text.
const nameOf = (principal: unknown): string =>
  typeof principal === 'object' && principal !== null ? 'object' : String(principal);

const malformed = (message: string): Reply<never> => refuse('MalformedPolicyDocumentException', 400, message);

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
