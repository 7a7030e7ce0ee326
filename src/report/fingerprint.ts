import { createHash } from 'node:crypto';
import { partitionOf, type Setting } from '../model/index.ts';
import type { Deviation } from '../harness/checks/check.ts';
import { abstractNames, withoutTimes, withoutValues } from '../harness/run/names.ts';
import type { Measured } from '../harness/run/unit.ts';

/** Where a deviation was seen; no part of what it is. */
export interface Whereabouts {
  readonly regions: Setting['regions'];
  /** URL that was called, if there is one. */
  readonly url?: string;
}

/**
 * What deviation it is, in twelve hexadecimal digits: rule, aspect, what was expected but for its values, and what
 * came but for its times. With abstract names in the texts it is the same in every run, Region and port.
 */
export function fingerprint(
  { rule, aspect, expected, actual }: Pick<Deviation, 'rule' | 'aspect' | 'expected' | 'actual'>,
  where: Whereabouts,
): string {
  const identity = [
    rule,
    aspect,
    withoutValues(withoutPlaces(expected, where)),
    withoutTimes(withoutPlaces(actual, where)),
  ];
  return createHash('sha256').update(identity.join('\n')).digest('hex').slice(0, 12);
}

/** The fingerprint of a deviation that a directed call showed. */
export function fingerprintOf(check: Deviation, { bindings, exchange }: Measured): string {
  const expected = abstractNames(check.expected, bindings);
  const actual = abstractNames(check.actual, bindings);
  const { regions } = bindings.setting;
  const url = exchange.http?.request.url;
  return fingerprint({ ...check, expected, actual }, { regions, ...(url !== undefined && { url }) });
}

function withoutPlaces(text: string, { regions: { here, elsewhere }, url }: Whereabouts): string {
  const places = [
    [url !== undefined && URL.canParse(url) ? new URL(url).host : '', '{endpoint}'],
    [`arn:${partitionOf(here)}:`, 'arn:{partition}:'],
    [here, '{region.here}'],
    [elsewhere, '{region.elsewhere}'],
  ] as const;
  return places.reduce(
    (result, [real, abstract]) => (real === '' ? result : result.replaceAll(real, abstract)),
    text,
  );
}
