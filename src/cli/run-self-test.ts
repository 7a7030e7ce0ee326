import { renderSelfTest } from '../reporters/selftest/text.ts';
import { isSound, selfTest } from '../selftest/index.ts';
import { interruptible } from './interruptible.ts';
import { showProgress } from './progress.ts';
import type { VerifyFlags } from './flags.ts';

/** Runs `verify --self-test`. Resolves to the exit code: 0 when every bug was found out and nothing else, else 1. */
export const runSelfTest = (flags: VerifyFlags): Promise<number> =>
  interruptible(async (signal) => {
    const progress = showProgress(process.stderr);
    try {
      const result = await selfTest({
        seed: flags.seed,
        search: { runs: flags.runs, maxCalls: flags.maxCalls, maxTime: flags.maxTime * 1000 },
        ...(flags.rule !== undefined && { rules: flags.rule }),
        onProgress: progress.update,
        signal,
      });
      progress.end();
      process.stdout.write(renderSelfTest(result));
      if (!signal.aborted) return isSound(result) ? 0 : 1;
      process.stderr.write('interrupted: not all were tried\n');
      return 2;
    } finally {
      progress.end();
    }
  });
