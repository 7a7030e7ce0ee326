import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const inCi = process.env['CI'] !== undefined;

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'properties/**/*.test.ts', 'contracts/**/*.test.ts'],
    setupFiles: ['./properties/setup.ts'],
    // Much of the time is spent waiting, for servers and for copies: even two cores bear three at once.
    maxWorkers: 3,
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
