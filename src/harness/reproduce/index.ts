import { awsCliScript } from './aws-cli.ts';
import { boto3Script } from './boto3.ts';
import { curlScript } from './curl.ts';
import { javascriptScript } from './javascript.ts';
import type { Scenario } from './scenario.ts';

/** The languages in which a deviation can be shown again. A new one is a file and a line here. */
const languages: Readonly<Record<string, (scenario: Scenario) => string>> = {
  'aws-cli': awsCliScript,
  boto3: boto3Script,
  javascript: javascriptScript,
  curl: curlScript,
};

/**
 * Scripts that show a deviation again, by language. They are the same for every run; their names are new each time
 * they run, so a script meets nothing that a run or a script left behind.
 */
export const reproductions = (scenario: Scenario): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(languages).map(([name, write]) => [name, write(scenario)]));

export type { Scenario } from './scenario.ts';
