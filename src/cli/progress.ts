import type { WriteStream } from 'node:tty';
import { visibleLine } from '../protocol/visible.ts';
import type { Progress } from '../harness/run/run.ts';

/** Shows how far a run has come. */
export interface ProgressView {
  readonly update: (progress: Progress) => void;
  readonly end: () => void;
}

/** One line that changes on a terminal; a plain line every tenth of the way elsewhere. */
export function showProgress(
  stream: Pick<WriteStream, 'write' | 'isTTY' | 'columns'> & Partial<Pick<WriteStream, 'on'>>,
): ProgressView {
  // Nobody has to look on: where the stream is closed, the run goes on without.
  stream.on?.('error', () => undefined);
  return stream.isTTY ? live(stream) : plain(stream);
}

function live(stream: Pick<WriteStream, 'write' | 'columns'>): ProgressView {
  let shown = false;
  return {
    update({ done, total, failed, label }) {
      shown = true;
      const text = visibleLine(`${done}/${total} calls, ${failed} with deviations  ${label}`);
      stream.write(`\r\u001b[K${text.slice(0, Math.max(20, (stream.columns || 80) - 1))}`);
    },
    end() {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
    },
  };
}

function plain(stream: Pick<WriteStream, 'write'>): ProgressView {
  let tenth = 0;
  return {
    update({ done, total, failed }) {
      const now = Math.floor((done * 10) / total);
      if (now === tenth) return;
      tenth = now;
      stream.write(`${done}/${total} calls, ${failed} with deviations\n`);
    },
    end() {
      // A plain line is complete already.
    },
  };
}
