/**
 * What can be said of an operation both from the contract and from an SDK, in one plain form, so that the two can be
 * held against each other.
 */
export interface Description {
  /** Shape id of the protocol, such as `aws.protocols#awsQuery`. */
  readonly protocol: string;
  /** Version of the API. */
  readonly version: string;
  /** Namespace of the answers. */
  readonly namespace: string;
  readonly input: Structure;
  readonly output: Structure;
  /** The declared faults, by shape. */
  readonly faults: Readonly<Record<string, FaultDescription>>;
}

/** Members by name. */
export type Structure = Readonly<Record<string, Member>>;

/** A member of a structure. */
export interface Member {
  readonly type: Type;
  readonly required: boolean;
  /** What it is called on the wire. */
  readonly wireName: string;
}

/** Type of a value, as far as it can be told at run time: the SDK makes no difference between kinds of numbers. */
export type Type =
  | { readonly kind: 'simple'; readonly name: string }
  | { readonly kind: 'list'; readonly element: Type; readonly elementName: string }
  | { readonly kind: 'structure'; readonly members: Structure };

/** A declared fault. */
export interface FaultDescription {
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly sender: 'Sender' | 'Receiver';
}
