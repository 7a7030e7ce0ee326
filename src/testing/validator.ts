import { schemas } from '../spec/generated/schemas.ts';
import { createValidator } from '../spec/validate.ts';

/** One for all: compiling a schema takes longer than everything else here. */
export const validator = createValidator(schemas);
