import { placeKey, type Caller } from '../../model/index.ts';
import type { Step } from '../target/target.ts';
import { callsOf, type Script } from './script.ts';

/** A client that a script makes. */
export interface ScriptClient {
  /** Name of its variable: that of the service, and where it is not the caller of the call, whose and where. */
  readonly name: string;
  readonly service: Step['service'];
  readonly caller: Caller;
}

/** The client that makes a step. */
export function clientOf(
  { service, caller }: Pick<Step, 'service' | 'caller'>,
  script: Script,
): ScriptClient {
  const account = caller.account === script.caller.account ? '' : `_${caller.account}`;
  const region = caller.region === script.caller.region ? '' : `_${caller.region.replaceAll('-', '_')}`;
  return { name: `${service}${account}${region}`, service, caller };
}

/** All clients that a script needs, each once; the one that makes the call under test comes first. */
export function clientsOf(script: Script): ScriptClient[] {
  const steps = [{ service: 'neptune' as const, caller: script.caller }, ...callsOf(script)];
  const clients = new Map(
    steps.map((step) => [`${step.service} ${placeKey(step.caller)}`, clientOf(step, script)]),
  );
  return [...clients.values()];
}

/** The account whose credentials a caller uses: its own, or those of the script's own account. */
export const credentialsFor = ({ account }: Caller, { access, home }: Script): string =>
  access.has(account) ? account : home;
