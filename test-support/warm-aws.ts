import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start, stop } from './process.ts';
import type { Python } from './python.ts';

/** AWS CLI that has been started already: a call takes a fifth of the time. */
export interface WarmAws {
  /** The environment of a process that calls `aws`. */
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/** Loads AWS CLI once, for many calls. Each still runs in a process of its own. */
export async function startWarmAws(python: Python): Promise<WarmAws> {
  const folder = mkdtempSync(join(tmpdir(), 'warm-aws-'));
  const script = fileURLToPath(new URL('../contracts/python/warm_aws.py', import.meta.url));
  const running = start(python.program('python'), [script, folder], python.env);
  await running.sees(/^ready$/m);
  return {
    env: { ...python.env, PATH: `${folder}${delimiter}${python.env['PATH'] ?? ''}` },
    async close() {
      await stop(running);
      rmSync(folder, { recursive: true });
    },
  };
}
