import fc from 'fast-check';

/**
 * The same seed on every run unless told otherwise: FC_SEED picks another, FC_RUNS how many inputs each law
 * is tried on. A failure prints seed and path, with which it comes back.
 */
fc.configureGlobal({
  seed: wholeNumber('FC_SEED', 20260101),
  numRuns: wholeNumber('FC_RUNS', 300),
  verbose: fc.VerbosityLevel.None,
});

function wholeNumber(name: string, otherwise: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return otherwise;
  if (!/^-?\d+$/.test(text)) throw new Error(`${name} is ${JSON.stringify(text)}; it must be a whole number`);
  return Number(text);
}
