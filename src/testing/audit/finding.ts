import type { PreconditionId, RuleId } from '../../contract/generated/catalogue.ts';

/** What a mock can do and no service does, beside breaking a rule of the catalogue. */
export type MockRuleId = keyof typeof mockRules;

/** The rules about mocks, each in a sentence. */
export const mockRules = {
  'mock/request-form': 'A request has members of the operation only, each of its type.',
  'mock/response-form': 'A response has the members of the operation, each of its type.',
  'mock/no-answer': 'A command is answered.',
  'mock/fault-unknown': 'A fault is one that the operation declares or that every operation has.',
  'mock/fault-class':
    'A fault is the exception that the SDK throws: `instanceof`, `$fault` and `$metadata` work on it.',
  'mock/fault-unfounded': 'In this world, the request must be accepted or is refused for something else.',
  'mock/acceptance': 'A call that AWS refuses is rejected.',
  'mock/other-answer': 'An answer is about what was asked for.',
  'mock/foreign': 'Snapshots of other accounts are shown to those who ask for them.',
  'mock/page': 'A page has at most MaxRecords records, which none of the pages before it has.',
  'mock/course': 'What is available does not begin again, and what was deleted does not come back.',
  'mock/tags': 'Tags are as the calls before have left them.',
  'mock/shares': 'A snapshot is shared as the calls before have left it.',
  'mock/snapshot-unknown': 'The world has the snapshots that are described.',
} as const;

/** Why something cannot have happened. */
export interface Problem {
  readonly rule: RuleId | MockRuleId;
  /** Why, in a sentence or two. */
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
}

/** A call of which nobody knows how AWS answers it. */
export interface UnspecifiedCall {
  /** As in `mock.call(index)`. */
  readonly call: number;
  /** The rules on which nothing is known. */
  readonly rules: readonly PreconditionId[];
}

/** Something that a test sent or its stubs answered and that cannot happen. */
export interface AuditFinding extends Problem {
  /** As in `mock.call(index)`. */
  readonly call: number;
  /** The operation, in the spelling of AWS. */
  readonly command: string;
}

/** A problem of a rule about mocks, in the rule's own words. */
export const problem = (rule: MockRuleId, expected: string, actual: string): Problem => ({
  rule,
  message: mockRules[rule],
  expected,
  actual,
});

/** A value for people. */
export const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
