import type { Caller } from '../../model/index.ts';
import { parseForm } from '../../protocol/form.ts';
import type { HttpExchange, Step } from '../../harness/target/exchange.ts';

/** A call that went by, as far as it can be read. */
export interface SeenCall {
  readonly service: Step['service'];
  /** Empty where none is named. */
  readonly operation: string;
  readonly caller: Caller;
  readonly input: Readonly<Record<string, unknown>>;
  readonly ok: boolean;
}

/** Reads a call of AWS Query, or of KMS. What cannot be read has no operation. */
export function readCall({ request, response }: HttpExchange): SeenCall {
  const { headers, body, url } = request;
  const [, account = '', region = ''] =
    /Credential=([^/]*)\/\d*\/([^/]*)\//.exec(headers['authorization'] ?? '') ?? [];
  const common = { caller: { account, region }, ok: response.status >= 200 && response.status < 300 };
  const [, kms] = (headers['x-amz-target'] ?? '').split('.');
  if (kms !== undefined) return { ...common, service: 'kms', operation: kms, input: objectIn(body) };
  const form = parseForm(new URL(url).search.slice(1), body);
  const input = form.ok ? Object.fromEntries(form.value) : {};
  return { ...common, service: 'neptune', operation: input['Action'] ?? '', input };
}

/** The value of the first member of that name in an answer, be it XML or JSON. */
export function firstIn({ body }: HttpExchange['response'], member: string): string | undefined {
  const [, inXml, inJson] = new RegExp(`<${member}>([^<]*)<|"${member}"\\s*:\\s*"([^"]*)"`).exec(body) ?? [];
  return inXml ?? inJson;
}

function objectIn(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
