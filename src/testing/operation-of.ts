/**
 * The operation that a command is of, in the spelling of AWS. Told by the name of its class, so that a second
 * copy of the SDK in the dependencies makes no difference.
 */
export const operationOf = (command: object): string => command.constructor.name.replace(/Command$/, '');
