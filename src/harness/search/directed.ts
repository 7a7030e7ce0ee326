import { capabilityOf, type LeftOutName } from '../../contract/capabilities.ts';
import type { DirectedSequence } from '../../contract/directed-sequences.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { Call, CaseResult } from '../../contract/generated/types.ts';
import { measuredByTags } from '../checks/measured-by.ts';
import { absentIn, leftOutResult, type Need } from '../run/needs.ts';
import type { Capability } from '../target/target.ts';
import type { Execution } from './execute.ts';

/** What came of a directed sequence: it counts as a case of its rule. */
export interface SequenceResult {
  readonly rule: RuleId;
  readonly result: CaseResult;
}

/** What calls take of a target, read from each of them: one line for each capability. */
const takes: Readonly<Partial<Record<Need, (call: Call) => boolean>>> = {
  'second account': (call) => roles(call).includes('other'),
  'second Region': (call) => roles(call).includes('elsewhere'),
  'KMS keys': (call) => 'key' in call || 'alias' in call,
  'KMS key states': ({ op }) => op === 'disable-key' || op === 'enable-key',
  sharing: ({ op }) => op === 'share' || op === 'unshare',
  tags: (call) => 'tags' in call || 'copyTags' in call,
};

const roles = (call: Call): readonly unknown[] =>
  'name' in call || 'source' in call
    ? [call.at, 'sourceAt' in call ? call.sourceAt : undefined].flatMap((at) =>
        at === undefined ? [] : [at.account, at.region],
      )
    : [];

/** What it takes to measure a directed sequence. */
export function needsOfSequence({ calls, rule }: Pick<DirectedSequence, 'calls' | 'rule'>): readonly Need[] {
  const needed = (Object.keys(takes) as Need[]).filter((need) => calls.some((call) => takes[need]?.(call)));
  return measuredByTags(rule) && !needed.includes('tags') ? [...needed, 'tags'] : needed;
}

/** What leaves a sequence out, if anything of this does. */
const leftOutBy = (sequence: DirectedSequence, without: readonly LeftOutName[]): LeftOutName | undefined => {
  const needs = needsOfSequence(sequence);
  return without.find((name) => needs.includes(capabilityOf[name]));
};

/** The sequences that need nothing of what is to be left out. */
export const sequencesLeft = (
  sequences: readonly DirectedSequence[],
  without: readonly LeftOutName[],
): readonly DirectedSequence[] => sequences.filter((sequence) => leftOutBy(sequence, without) === undefined);

/** What is told of a sequence that is not run, because of `without` or of what the target has not; undefined of others. */
export function notRun(
  sequence: DirectedSequence,
  capabilities: readonly Capability[],
  without: readonly LeftOutName[],
): SequenceResult | undefined {
  const { id, title, rule } = sequence;
  const by = leftOutBy(sequence, without);
  if (by !== undefined) return { rule, result: leftOutResult(sequence, by) };
  const needs = needsOfSequence(sequence);
  const lacking = capabilities.find(
    ({ name, available }) => !available && needs.some((need) => need === name),
  );
  if (lacking === undefined) return undefined;
  const { name, detail } = lacking;
  const excused = absentIn([lacking]).length > 0;
  const reason = `the target has not what it takes, ${name}: ${detail}`;
  const excuse = { excuse: { kind: 'capability' as const, name } };
  return { rule, result: { id, title, status: 'inconclusive', reason, ...(excused && excuse) } };
}

/** What came of a sequence that was run; `findings` are the fingerprints of what is told of it. */
export function resultOf(
  { id, title, rule }: DirectedSequence,
  { sightings, stopped, milliseconds }: Execution & { readonly milliseconds: number },
  findings: readonly string[],
): SequenceResult {
  const named = { id, title, milliseconds };
  if (findings.length > 0) return { rule, result: { ...named, status: 'fail', findings } };
  if (stopped !== undefined) {
    const status = stopped.kind === 'impossible' ? 'inconclusive' : 'error';
    return { rule, result: { ...named, status, reason: stopped.reason } };
  }
  // What comes after a copy that ended otherwise than it was to shows nothing.
  const other = sightings.find(({ deviation }) => deviation.expected.kind === 'outcome');
  if (other === undefined) return { rule, result: { ...named, status: 'pass' } };
  const reason = `a copy on its way deviates from ${other.deviation.rule}, which leaves nothing to be seen of the rule`;
  return { rule, result: { ...named, status: 'inconclusive', reason } };
}

/** A sequence that was not come to. */
export const untried = ({ id, title, rule }: DirectedSequence, reason: string): SequenceResult => ({
  rule,
  result: { id, title, status: 'error', reason },
});
