// The service: node src/main.ts [--every SECONDS] [--for SECONDS], with a profile of each account in ~/.aws.
import { NeptuneClient } from '@aws-sdk/client-neptune';
import { parseArgs } from 'node:util';
import { backUp } from './back-up.ts';
import { job } from './job.ts';

const seconds = (text: string): number => {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Error(`${text} is no number of seconds`);
  return Number(text);
};

try {
  const { values } = parseArgs({
    options: { every: { type: 'string', default: '15' }, for: { type: 'string', default: '14400' } },
  });
  const patience = { everySeconds: seconds(values.every), forSeconds: seconds(values.for) };
  const clientOf = (profile: string, region: string): NeptuneClient => new NeptuneClient({ profile, region });
  for (const { region, copy, pruned } of await backUp(clientOf, job, patience))
    process.stdout.write(`${region}: ${copy}${pruned.map((name) => `, deleted ${name}`).join('')}\n`);
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
}
