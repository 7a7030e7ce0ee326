import type { NeptuneClient } from '@aws-sdk/client-neptune';
import type { Caller } from '../model/world/place.ts';

/** Who calls: always the same one, or told of each client, where clients of several accounts or Regions are mocked. */
export type WhoCalls = Caller | ((client: NeptuneClient) => Caller | Promise<Caller>);

/** Who calls unless told. */
export const usualCaller: Caller = { account: '111111111111', region: 'us-east-1' };

/** Who calls through a client. */
export async function callerOf(who: WhoCalls, client: NeptuneClient): Promise<Caller> {
  return typeof who === 'function' ? who(client) : who;
}
