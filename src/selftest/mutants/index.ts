import { answers } from './answers.ts';
import { copies } from './copies.ts';
import { faults } from './faults.ts';
import { forms } from './forms.ts';
import { lax } from './lax.ts';
import type { Mutant } from './mutant.ts';
import { stateful } from './stateful.ts';
import { strict } from './strict.ts';
import { wire } from './wire.ts';

/** Every endpoint with a bug. A new one is an entry in one of these. */
export const mutants: readonly Mutant[] = [
  ...lax,
  ...strict,
  ...answers,
  ...copies,
  ...faults,
  ...wire,
  ...forms,
  ...stateful,
];
export { conforming } from './conforming/index.ts';
export { serveVariant, type Running, type Variant } from './endpoint.ts';
export { culprits, type Direction, type Mutant } from './mutant.ts';
export { stateful, type StatefulMutant } from './stateful.ts';
