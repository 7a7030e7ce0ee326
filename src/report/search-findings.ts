import type { Finding } from '../contract/generated/types.ts';
import { reproductions } from '../harness/reproduce/index.ts';
import type { Discovery } from '../harness/search/index.ts';
import type { EndpointTarget } from '../harness/target/endpoint/index.ts';
import type { Deviation } from '../harness/checks/check.ts';
import { describeDeviation } from './findings.ts';
import { fingerprint } from './fingerprint.ts';
import type { Level } from '../contract/provenance.ts';
import { lookFor } from '../harness/run/scene.ts';

/** What the findings of a search have in common. */
export interface SearchFindingOptions {
  readonly gate: Level;
  /** Where scripts call. */
  readonly endpoint: string;
  readonly kmsEndpoint?: string;
}

/** Findings of a search: each with the fewest calls that show it. */
export function searchFindings(
  target: EndpointTarget,
  discoveries: readonly Discovery[],
  { gate, ...where }: SearchFindingOptions,
): Finding[] {
  return discoveries.map(({ calls, sighting, path, replayPath }) => {
    const { deviation, exchange, caller, request, steps } = sighting;
    const plain = withoutPrefix(deviation);
    return {
      ...describeDeviation(deviation, gate, exchange),
      ...plain,
      fingerprint: fingerprint({ ...deviation, ...plain }, { regions: target.setting.regions }),
      cases: [`search/${path}`],
      sequence: { calls, path, replayPath },
      reproduction: reproductions({
        title: `${deviation.rule} (${calls.length} calls, found by search)\nacceptable: ${deviation.expected}\ncame: ${deviation.actual}`,
        ...where,
        access: target.access,
        steps,
        caller,
        request,
        wire: {},
        ...(exchange.http !== undefined && { http: exchange.http }),
        look: lookFor(deviation),
        ...(deviation.seenBy !== undefined && { seenBy: deviation.seenBy }),
      }),
    };
  });
}

/** Names of a sequence without what makes them unique. */
function withoutPrefix({ expected, actual }: Deviation): Pick<Finding, 'expected' | 'actual'> {
  const strip = (text: string): string => text.replaceAll(/ncc-[a-z0-9]+-s\d+-/g, '');
  return { expected: strip(expected), actual: strip(actual) };
}
