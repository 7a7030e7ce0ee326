import { faults, type FaultShape } from '../../contract/generated/catalogue.ts';

/** A fault of the catalogue. */
type CatalogueFault = (typeof faults)[number];

/** An AWS fault, as a value. */
export interface Fault {
  readonly shape: FaultShape;
  /** For people; never to be matched. */
  readonly message: string;
}

const byShape = new Map<string, CatalogueFault>(faults.map((fault) => [fault.shape, fault]));

/** Wire code and HTTP status of a fault. */
export function faultEntry(shape: FaultShape): CatalogueFault {
  const entry = byShape.get(shape);
  if (entry === undefined) throw new Error(`the catalogue has no fault ${shape}`);
  return entry;
}

/** What a code on the wire stands for. */
export type ReadCode =
  | { readonly kind: 'known'; readonly shape: FaultShape }
  /** The name of a shape where its wire code belongs. */
  | { readonly kind: 'shape-name'; readonly shape: FaultShape }
  | { readonly kind: 'unknown' };

/** Reads a code found on the wire. */
export function readCode(code: string): ReadCode {
  for (const fault of faults) {
    if (fault.code === code || fault.otherCodes?.includes(code) === true)
      return { kind: 'known', shape: fault.shape };
  }
  const named = faults.find((fault) => fault.shape === code);
  return named === undefined ? { kind: 'unknown' } : { kind: 'shape-name', shape: named.shape };
}
