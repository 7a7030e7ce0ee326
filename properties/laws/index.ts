import type { Family } from '../law.ts';
import { counters } from './counters.ts';
import { frame } from './frame.ts';
import { invariance } from './invariance.ts';
import { keys } from './keys.ts';
import { letterCase } from './case.ts';
import { lifecycle } from './lifecycle.ts';
import { postconditions } from './postconditions.ts';
import { privacy } from './privacy.ts';
import { quota } from './quota.ts';
import { schema } from './schema.ts';
import { verdict } from './verdict.ts';
import { isolation } from './isolation.ts';

/** The laws of the model, family by family. */
export const families: readonly Family[] = [
  verdict,
  frame,
  postconditions,
  letterCase,
  invariance,
  isolation,
  privacy,
  keys,
  quota,
  counters,
  lifecycle,
  schema,
];
