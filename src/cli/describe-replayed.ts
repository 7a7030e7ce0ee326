import { sayActual, sayExpected } from '../contract/deviation-words.ts';
import { visibleLine } from '../protocol/visible.ts';
import type { Replayed } from '../verify/replay/index.ts';
import type { Failure } from '../contract/generated/types.ts';

/** What came of a failure file: one line, and what there is to see when it changed. */
export function describeReplayed(file: string, failure: Failure, result: Replayed, hash: string): string {
  const { rule, specHash } = failure;
  const other = specHash === hash ? '' : ' (of another version of the contract)';
  const line = (word: string, more = ''): string => oneLine(`${word}  ${file}  ${rule}${other}${more}`);
  switch (result.kind) {
    case 'reproduced':
    case 'gone':
      return line(result.kind);
    case 'not-run':
      return line('not run', `: ${result.reason}`);
    case 'changed':
      return [
        line('changed'),
        oneLine(`  before  ${rule}: ${said(failure)}`),
        ...result.now.map((now) => oneLine(`  now     ${now.rule}: ${said(now)}`)),
      ].join('');
  }
}

const said = ({ expected, actual }: Pick<Failure, 'expected' | 'actual'>): string =>
  `expected ${sayExpected(expected)}, actual ${sayActual(actual)}`;

const oneLine = (text: string): string => `${visibleLine(text)}\n`;
