import type { Deviation } from '../checks/check.ts';
import { fingerprint } from '../checks/identity.ts';
import { mapTexts } from '../../protocol/map-texts.ts';
import { abstractor, type Abstract } from './names.ts';
import type { Measured } from './unit.ts';

/** A deviation with abstract names, as reports tell it. */
export type AbstractDeviation = Pick<Deviation, 'rule' | 'aspect' | 'expected' | 'actual'> & {
  /** The member that it is about, if it is one. */
  readonly member?: string;
  readonly fingerprint: string;
};

/** A deviation that a call showed, with abstract names. */
export const abstractDeviation = (deviation: Deviation, measured: Measured): AbstractDeviation =>
  withAbstractNames(deviation, abstractorOf(measured));

/** A deviation with the names that `abstract` gives. */
export function withAbstractNames(deviation: Deviation, abstract: Abstract): AbstractDeviation {
  const { rule, aspect } = deviation;
  const expected = mapTexts(deviation.expected, abstract);
  const actual = mapTexts(deviation.actual, abstract);
  const [member, another] = expected.kind === 'members' ? Object.keys(expected.members) : [];
  return {
    rule,
    aspect,
    ...(member !== undefined && another === undefined && { member }),
    expected,
    actual,
    fingerprint: fingerprint({ rule, aspect, expected, actual }),
  };
}

/** The abstract names of what a call was made with. */
export const abstractorOf = ({ bindings, exchange }: Pick<Measured, 'bindings' | 'exchange'>): Abstract =>
  abstractor(bindings, exchange.http?.request.url);
