import { reproductions } from '../harness/reproduce/index.ts';
import type { Counterexample } from '../harness/search/index.ts';
import type { EndpointTarget } from '../harness/target/endpoint/index.ts';
import type { TlsOptions } from '../harness/target/endpoint/tls.ts';
import { describeDeviation, type JudgedFinding } from './findings.ts';
import { sequenceCase } from './baseline-entry.ts';
import type { Gate } from '../contract/gate.ts';
import { lookFor } from '../harness/run/scenario.ts';

/** Where scripts call, and as whom. */
export interface ScriptsFor extends Pick<EndpointTarget, 'access'> {
  readonly endpoint: string;
  readonly kmsEndpoint?: string;
  readonly tls?: TlsOptions;
}

/** What a report calls the case of a sequence. */
export const caseOfSequence = ({ path, directed }: Pick<Counterexample, 'path' | 'directed'>): string =>
  directed?.id ?? sequenceCase(path);

/** Findings of a search: each with the fewest calls that show it, and with scripts where there is something to call. */
export function searchFindings(
  counterexamples: readonly Counterexample[],
  { gate, requirements }: Gate,
  scripts: ScriptsFor | undefined,
): JudgedFinding[] {
  const held: Gate = { gate, ...(requirements !== undefined && { requirements }) };
  return counterexamples.map((counterexample) => {
    const { calls, sighting, path, replayPath, directed } = counterexample;
    const { deviation, exchange, caller, request, steps, after } = sighting;
    const found = directed === undefined ? 'found by search' : directed.title;
    const { seenBy, ...abstract } = deviation;
    return {
      ...describeDeviation(abstract, held, exchange),
      cases: [caseOfSequence(counterexample)],
      sequence: { calls, path, replayPath },
      reproduction:
        scripts === undefined
          ? {}
          : reproductions({
              title: `${deviation.rule} (${calls.length} calls, ${found})`,
              expected: deviation.expected,
              actual: deviation.actual,
              ...scripts,
              steps,
              caller,
              request,
              wire: {},
              after,
              ...(exchange.http !== undefined && { http: exchange.http }),
              look: lookFor(deviation),
              ...(seenBy !== undefined && { seenBy }),
            }),
    };
  });
}
