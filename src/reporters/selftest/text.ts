import { isSound, type SelfTest, type Trial } from '../../selftest/index.ts';
import { columns } from '../kit/columns.ts';

/** A self-test as text: each mutant, the score of each rule, the endpoints that conform, and the total. */
export function renderSelfTest(result: SelfTest): string {
  const { trials, scores, alarms } = result;
  const killed = trials.filter((trial) => trial.killed);
  const reported = killed.filter(({ gates }) => !gates).length;
  const unstable = trials.filter((trial) => trial.unstable.length > 0);
  const alarmed = alarms.filter(({ rules }) => rules.length > 0);
  const blocks = [
    columns(
      trials.map((trial) => [
        trial.killed ? 'killed' : 'SILENT',
        trial.mutant.direction,
        trial.mutant.name,
        how(trial),
      ]),
    ),
    columns([
      ['rule', 'mutants', 'killed', ''],
      ...scores.map((score) => [
        score.rule,
        String(score.mutants),
        String(score.killed),
        percent(score.killed, score.mutants),
      ]),
    ]),
    ...(alarms.length === 0
      ? []
      : [
          [
            ...alarmed.map(({ endpoint, rules }) => `ALARM   ${endpoint}: ${rules.join(', ')}`),
            `${alarms.length} endpoints that conform, ${alarmed.length} alarms`,
          ].join('\n'),
        ]),
    ...(unstable.length === 0
      ? []
      : [
          unstable
            .map(
              ({ mutant, unstable: ids }) => `UNSTABLE  ${mutant.name}: ${ids.join(', ')} in one of two runs`,
            )
            .join('\n'),
        ]),
    ...(reported === 0
      ? []
      : [`${reported} of them are reported without failing a run: what they break is not known well enough`]),
  ];
  const verdict = isSound(result) ? '' : ', the harness is not to be trusted';
  const total = `${trials.length} mutants, ${killed.length} killed, ${trials.length - killed.length} silent: ${percent(killed.length, trials.length)}${verdict}`;
  return `${[...blocks, total].filter((block) => block !== '').join('\n\n')}\n`;
}

const how = ({ killed, by, gates, findings }: Trial): string =>
  killed ? `by ${by}${gates ? '' : ', reported only'}` : `held against ${findings.join(', ') || 'nothing'}`;

/** Never rounded up: one that got away is not 100 %. */
const percent = (part: number, whole: number): string =>
  whole === 0 ? 'nothing tried' : `${Math.floor((part / whole) * 1000) / 10} %`;
