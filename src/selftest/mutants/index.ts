import { answers } from './answers.ts';
import { copies } from './copies.ts';
import { faults } from './faults.ts';
import { fickle } from './fickle.ts';
import { hurried } from './hurried.ts';
import { misread } from './misread.ts';
import { missingChecks } from './missing-checks.ts';
import type { Mutant } from './mutant.ts';
import { relations } from './relations.ts';
import { stateful } from './stateful.ts';
import { overStrict } from './over-strict.ts';
import { wire } from './wire.ts';

/** Every endpoint with a bug. A new one is an entry in one of these. */
export const mutants: readonly Mutant[] = [
  ...missingChecks,
  ...overStrict,
  ...answers,
  ...copies,
  ...faults,
  ...wire,
  ...misread,
  ...hurried,
  ...stateful,
  ...relations,
  ...fickle,
];
export { conforming } from './conforming/index.ts';
export { serveVariant, type Running, type Variant } from './endpoint.ts';
export { culprits, type Direction, type Mutant } from './mutant.ts';
export { met, type Met } from './met.ts';
export { relations, type RelationMutant } from './relations.ts';
export { stateful, type StatefulMutant } from './stateful.ts';
