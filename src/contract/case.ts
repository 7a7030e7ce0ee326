import type { RuleId } from './generated/catalogue.ts';
import type { CopyTemplate, HttpEdits, RequestTemplate, WorldDocument } from './generated/types.ts';

/** Who calls, as roles: the target decides which account and Region play them. */
export interface CallerRole {
  readonly account: 'self' | 'other';
  readonly region: 'here' | 'elsewhere';
}

/** A world, a caller and a request, all with abstract names. */
export interface Situation {
  readonly given: WorldDocument;
  readonly caller: CallerRole;
  readonly request: RequestTemplate;
  /** Form parameters to set, or with null to remove, after an SDK has written the request. */
  readonly wire: Readonly<Record<string, string | null>>;
  /** How the form is written and carried, where that is not as an SDK does it. */
  readonly http?: HttpEdits;
}

/** What a directed case claims. */
export type Claim =
  | {
      readonly kind: 'rejected';
      readonly breaks: readonly RuleId[];
      readonly unspecified: readonly RuleId[];
      readonly control: Situation;
    }
  | { readonly kind: 'copied'; readonly copy: CopyTemplate }
  | { readonly kind: 'unspecified'; readonly unspecified: readonly RuleId[] };

/** A directed case: a situation that puts one rule to the test. */
export interface DirectedCase {
  /** `family/name`, unique. */
  readonly id: string;
  readonly title: string;
  readonly rule: RuleId;
  readonly situation: Situation;
  readonly claim: Claim;
}
