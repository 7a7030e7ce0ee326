import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const inCi = process.env['CI'] !== undefined;

/** What takes longest comes first, so that no worker is alone with it at the end. */
const longest =
  'told jobs variants init played bounds emulators covetous check-memory moto killed evidence'.split(' ');

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      longest.some((name) => moduleId.endsWith(`/${name}.test.ts`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'properties/**/*.test.ts', 'contracts/**/*.test.ts'],
    setupFiles: ['./properties/setup.ts'],
    // Much of the time is spent waiting, for servers and for copies: even two cores bear three at once.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 900_000,
    hookTimeout: 900_000,
    env: {
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      // Journals of the runs under test are nothing for the user's own state folder.
      XDG_STATE_HOME: join(tmpdir(), `ncc-test-state-${process.pid}`),
    },
    reporters: inCi ? ['default', ['json', { outputFile: 'reports/vitest.json' }]] : ['default'],
  },
});
