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
        oneLine(`  before  ${rule}: accepts ${failure.expected}, came ${failure.actual}`),
        ...result.now.map((now) =>
          oneLine(`  now     ${now.rule}: accepts ${now.expected}, came ${now.actual}`),
        ),
      ].join('');
  }
}

const oneLine = (text: string): string => `${visibleLine(text)}\n`;
