import { schemas } from './generated/schemas.ts';
import { createValidator, type Validator } from './validate.ts';

let made: Validator | undefined;

/** The validator of all schemas of the contract. Made when it is first asked for, which takes a while, and once. */
export const contractValidator = (): Validator => (made ??= createValidator(schemas));
