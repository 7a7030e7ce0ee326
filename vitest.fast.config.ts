import { defineConfig } from 'vitest/config';
import all from './vitest.config.ts';

/** What tells within a minute or so whether something broke: model, protocol, units, and the laws on fewer inputs. */
export default defineConfig({
  test: {
    ...all.test,
    include: ['src/**/*.test.ts', 'properties/**/*.test.ts'],
    // Needs Python.
    exclude: ['src/**/reproduce/text.test.ts'],
    env: { ...all.test?.env, FC_RUNS: process.env['FC_RUNS'] ?? '30' },
    reporters: ['default'],
  },
});
