import type { Report } from '../src/contract/generated/types.ts';
import { renderJson } from '../src/reporters/run/json.ts';

/** A report without how long the run and its cases took: no two take the same. */
export const withoutDurations = (report: Report): Report =>
  JSON.parse(
    JSON.stringify(report, (name, value: unknown) => (name === 'milliseconds' ? undefined : value)),
  ) as Report;

/** The JSON report without what differs from run to run: times, ports, and names that a server makes up. */
export const comparable = (report: Report): string =>
  renderJson(withoutDurations(report))
    .replaceAll(/"requests": \d+/g, '"requests": 0')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'TIME')
    .replaceAll(/\d{8}T\d{6}Z/g, 'TIME')
    // An automated snapshot bears the minute in which it was made.
    .replaceAll(/\d{4}(-\d\d){4}/g, 'TIME')
    .replaceAll(/(content-length|x-amz-content-sha256): [\da-f]+/g, '$1: ANY')
    .replaceAll(/date: [^\\"]*/g, 'date: TIME')
    .replaceAll(/(amazonaws\.com%3A)\d+/g, '$1PORT')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    // A world that is staged again has another number.
    .replaceAll(/(ncc-[a-z0-9]+-|\\"\$run\\"'?-|run \+ \\"-|\\"\$run\\"-)\d+-/g, '$1WORLD-')
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'UUID');
