import type { WriteStream } from 'node:tty';
import { visibleLine } from '../protocol/visible.ts';
import type { Counted, Progress } from '../harness/run/progress.ts';
import { etaOf, sayTime, type Clock } from './eta.ts';

/** Shows how far a run has come. */
export interface ProgressView {
  readonly update: (progress: Progress) => void;
  readonly end: () => void;
}

/** Shows nothing. */
export const noProgress: ProgressView = { update: () => undefined, end: () => undefined };

/**
 * One line that changes on a terminal; elsewhere a plain line for every tenth of the way of whatever is counted. Both
 * tell how long it will still take.
 */
export function showProgress(
  stream: Pick<WriteStream, 'write' | 'isTTY' | 'columns'> & Partial<Pick<WriteStream, 'on'>>,
  clock: Clock = () => performance.now(),
): ProgressView {
  // Nobody has to look on: where the stream is closed, the run goes on without.
  stream.on?.('error', () => undefined);
  const eta = etaOf(clock);
  const left = (progress: Progress): string => {
    const milliseconds = eta(progress);
    return milliseconds === undefined ? '' : `, about ${sayTime(milliseconds)} left`;
  };
  return stream.isTTY ? live(stream, left) : plain(stream, left);
}

/** What is said of those that went wrong; nothing where that is not known yet. */
const wrong: Readonly<Record<Counted, string | undefined>> = {
  cases: 'with deviations',
  pairs: undefined,
  sequences: 'with deviations',
  scripts: 'without their deviation',
  endpoints: 'misjudged',
};

function sentence({ of, done, total, failed }: Progress): string {
  const said = wrong[of];
  return `${done} of ${total} ${of === 'pairs' ? 'pairs of rules' : of}${said === undefined ? '' : `, ${failed} ${said}`}`;
}

/** What is said of the time that is left. */
type Left = (progress: Progress) => string;

/** What is counted side by side stands side by side; what is complete goes when something else is counted. */
function live(stream: Pick<WriteStream, 'write' | 'columns'>, left: Left): ProgressView {
  const counted = new Map<Counted, Progress>();
  let shown = false;
  return {
    update(progress) {
      shown = true;
      counted.set(progress.of, progress);
      const told = [...counted.values()].filter((each) => each.of === progress.of || each.done < each.total);
      const text = visibleLine(`${told.map(sentence).join('; ')}${left(progress)}  ${progress.label}`);
      stream.write(`\r\u001b[K${text.slice(0, Math.max(20, (stream.columns || 80) - 1))}`);
    },
    end() {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
    },
  };
}

function plain(stream: Pick<WriteStream, 'write'>, left: Left): ProgressView {
  const tenths = new Map<Counted, number>();
  return {
    update(progress) {
      const said = left(progress);
      const now = Math.floor((progress.done * 10) / progress.total);
      if (now === (tenths.get(progress.of) ?? 0)) return;
      tenths.set(progress.of, now);
      stream.write(`${sentence(progress)}${said}\n`);
    },
    end() {
      // A plain line is complete already.
    },
  };
}
