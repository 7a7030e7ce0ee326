import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where a browser is looked for: $CHROMIUM, or where the packages of Linux put it. */
const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].filter((place) => place !== undefined);

/** Path of a Chromium. Undefined where there is none, which in CI (env CI) is an error. */
export function findBrowser(): string | undefined {
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  const problem = `no Chromium in ${places.join(', ')}: install it (apt-get install chromium), or set CHROMIUM`;
  if (process.env['CI'] !== undefined) throw new Error(problem);
  process.stderr.write(`skipped: ${problem}\n`);
  return undefined;
}

/** Starts the browser. Its sandbox needs rights that containers do not give. */
export const startBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox'] });
