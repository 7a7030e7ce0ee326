import { expect, it } from 'vitest';
import type { CallResult } from '../exchange.ts';
import { Heard } from './heard.ts';

const ok: CallResult = { ok: true, output: {} };
const unknown: CallResult = { ok: false, fault: { name: 'InvalidAction', message: 'no', status: 400 } };
const missing: CallResult = { ok: false, fault: { name: 'NotFoundFault', message: 'no', status: 404 } };
const silent: CallResult = { ok: false, fault: { name: 'TimeoutError', message: 'late' } };

it.each<[name: string, given: readonly CallResult[], available: boolean | undefined, silent?: true]>([
  ['nothing', [], undefined],
  ['a success', [ok], true],
  ['a refusal of what is not there', [missing], true],
  ['that there is no such operation', [unknown], false],
  ['silence', [silent], false, true],
  ['what was answered once is there', [ok, unknown, silent], true],
  ['what was silent at first', [silent, ok], true],
  ['silence takes back nothing', [unknown, silent], false],
])('what was heard of an operation: %s', (_, given, available, isSilent) => {
  const heard = new Heard();
  for (const result of given) heard.note('CopyDBClusterSnapshot', result);
  const told = heard.of('CopyDBClusterSnapshot');
  expect(told?.available).toBe(available);
  expect(told?.silent).toBe(isSilent);
  expect(heard.of('CreateDBCluster')).toBeUndefined();
});
