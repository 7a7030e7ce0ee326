import { faultEntry, type Fault } from '../rules/faults.ts';
import type { Caller } from '../world/place.ts';
import type { World } from '../world/world.ts';

/** A fault as it goes over the wire; neighbouring operations have faults beyond the contract's catalogue. */
export interface ServiceFault {
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly message: string;
}

/** What an operation answers. */
export type Reply<Output = object> =
  { readonly ok: true; readonly output: Output } | { readonly ok: false; readonly fault: ServiceFault };

/**
 * An AWS operation over the model: pure, with input and output in the spelling of AWS (times as ISO 8601
 * text). Apart from CopyDBClusterSnapshot these are minimal: correct for staging and observing a world.
 */
export type Operation<Input = never, Output = object> = (
  world: World,
  caller: Caller,
  input: Input,
) => readonly [World, Reply<Output>];

/** An accepted reply. */
export const accept = <Output>(output: Output): Reply<Output> => ({ ok: true, output });

/** A rejection with a fault of a neighbouring operation. */
export const refuse = (code: string, status: number, message: string): Reply<never> => ({
  ok: false,
  fault: { code, status, message },
});

/** A rejection with a fault of the catalogue. */
export function refuseWith(fault: Fault): Reply<never> {
  const { code, status } = faultEntry(fault.shape);
  return refuse(code, status, fault.message);
}

/** Tells a refusal from whatever was asked for. */
export const isRefusal = (value: object): value is Reply<never> => 'ok' in value;
