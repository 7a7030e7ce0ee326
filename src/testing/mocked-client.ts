/**
 * A mocked client as far as the kit uses one: what `mockClient` of aws-sdk-client-mock gives has this form, in each of
 * its versions and for the clients of each version of the SDK.
 */
export interface MockedClient {
  /** The stub of sinon in the place of the client's own `send`. */
  readonly send: {
    callsFake(fake: (this: CallingClient, command: Command) => Promise<never>): unknown;
  };
  /** What the stub was called with since its last reset. */
  calls(): readonly MockedCall[];
}

/** A call of a mocked client, as sinon records it. */
export interface MockedCall {
  readonly args: readonly unknown[];
  readonly thisValue: unknown;
  readonly returnValue: unknown;
  readonly exception?: unknown;
}

/** A client of the SDK, as far as it tells who calls. */
export interface CallingClient {
  readonly config: {
    region(): Promise<string>;
    readonly credentials: CredentialsProvider;
  };
}

/** The SDK's function for credentials. Newer versions note on it that they do note (`configBound`), and that a user gave it. */
export interface CredentialsProvider {
  (): Promise<{ readonly accessKeyId: string }>;
  readonly configBound?: boolean;
  readonly attributed?: boolean;
}

/** A command of the SDK. */
export interface Command {
  readonly input: object;
}
