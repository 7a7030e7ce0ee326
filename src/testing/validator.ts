import { schemas } from '../contract/generated/schemas.ts';
import { createValidator } from '../contract/validate.ts';

/** One for all: compiling a schema takes longer than everything else here. */
export const validator = createValidator(schemas);
