import { defineConfig } from 'vitest/config';

/** The fast tests: of the folders that decide, without servers or processes. Mutation testing and `deletions` run them. */
export default defineConfig({
  test: {
    include: [
      'src/model/**/*.test.ts',
      'src/protocol/**/*.test.ts',
      'src/contract/**/*.test.ts',
      'src/harness/{checks,run}/**/*.test.ts',
      'src/report/**/*.test.ts',
    ],
    exclude: [
      // These start a server, or read and write files.
      'src/harness/run/run.test.ts',
      'src/report/baseline-{file,update}.test.ts',
      // About documents, not about code: no mutant is in them.
      'src/contract/{document,sdk,traceability}.test.ts',
    ],
    setupFiles: ['./properties/setup.ts'],
    isolate: false,
    testTimeout: 10_000,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', FC_RUNS: '30' },
  },
});
