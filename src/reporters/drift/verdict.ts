import { plural } from '../run/words.ts';
import type { DriftReport } from '../../contract/generated/types.ts';

/** The outcome in one line. */
export function verdictText({ verdict, differences, stale }: DriftReport): string {
  const news = differences.filter(({ allowed }) => allowed === undefined);
  const known = differences.length - news.length;
  const broken = news.filter(({ change }) => change === 'broken').length;
  const counts = [
    ...(broken > 0 ? [`${broken} broken`] : []),
    ...(news.length > broken ? [plural(news.length - broken, 'addition')] : []),
    ...(stale.length > 0 ? [plural(stale.length, 'stale allowance')] : []),
  ];
  const sum = counts.length === 0 ? words[verdict] : `${words[verdict]}: ${counts.join(', ')}`;
  return known === 0
    ? sum
    : `${sum}${verdict === 'same' ? ' but for' : ', and'} ${plural(known, 'known difference')}`;
}

const words: Readonly<Record<DriftReport['verdict'], string>> = {
  same: 'nothing changed',
  additions: 'compatible additions',
  stale: 'the allow-list no longer holds',
  broken: 'contract broken',
};
