import { awsCliScript } from './aws-cli.ts';
import { boto3Script } from './boto3.ts';
import { curlScript } from './curl.ts';
import { javascriptScript } from './javascript.ts';
import type { Scene } from './scene.ts';

/** A language: how it tells a scene, and what stands for the run in its names, in six characters. */
interface Language {
  readonly write: (scene: Scene) => string;
  readonly run: string;
}

/** The languages in which a deviation can be shown again. A new one is a file and a line here. */
const languages: Readonly<Record<string, Language>> = {
  'aws-cli': { write: awsCliScript, run: 'awscli' },
  boto3: { write: boto3Script, run: 'python' },
  javascript: { write: javascriptScript, run: 'nodejs' },
  curl: { write: curlScript, run: 'curlsh' },
};

/** Scripts that show a deviation again, by language. */
export const reproductions = (scene: Scene): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(languages).map(([name, { write, run }]) => [name, renamed(write(scene), run)]),
  );

/**
 * Puts another run in the place of the one that made the names: a script meets nothing that the run or a script in
 * another language left behind, and is the same for every run. Lengths and upper case stay.
 */
const renamed = (script: string, run: string): string =>
  script.replaceAll(/ncc-[0-9a-z]{6}-/gi, (prefix) => {
    const name = `ncc-${run}-`;
    return prefix === prefix.toUpperCase() ? name.toUpperCase() : name;
  });

export type { Scene } from './scene.ts';
