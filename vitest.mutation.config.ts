import { defineConfig } from 'vitest/config';

/** The fast tests: of the folders that decide, without servers or processes. Mutation testing and `deletions` run them. */
export default defineConfig({
  test: {
    include: [
      'src/model/**/*.test.ts',
      'src/protocol/**/*.test.ts',
      'src/spec/**/*.test.ts',
      'src/verify/**/*.test.ts',
    ],
    exclude: [
      // These start a server, or read and write files.
      'src/verify/verify.test.ts',
      'src/verify/baseline-{file,update}.test.ts',
      // About documents, not about code: no mutant is in them.
      'src/spec/{document,sdk,traceability}.test.ts',
    ],
    setupFiles: ['./properties/setup.ts'],
    isolate: false,
    testTimeout: 10_000,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', FC_RUNS: '30' },
  },
});
