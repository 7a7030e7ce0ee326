import { NoNeptune } from '../harness/target/endpoint/contact.ts';
import { refuseAws } from '../harness/target/guard/aws-hosts.ts';
import { complain } from './complain.ts';
import { usualConfig } from './config.ts';
import type { InitFlags } from './flags.ts';
import { baselinePath, htmlReport, initFiles, workflowPath, type InitFile } from './init-files.ts';
import { verifyCommand } from './verify.ts';
import { stands, writeTogether } from './write-together.ts';

/** What becomes of a file. */
type Fate = 'wrote' | 'replaced' | 'kept' | 'refused';

/** Runs `init`. Resolves to the exit code: 2 when a file was there, or when the first run could not judge. */
export async function runInit(flags: InitFlags): Promise<number> {
  const { endpoint, start, dryRun = false, force = false } = flags;
  refuseAws(endpoint);
  const targetName = flags.targetName ?? new URL(endpoint).host;
  const plan: { readonly file: InitFile; readonly fate: Fate }[] = [];
  for (const file of initFiles({ endpoint, targetName, ...(start !== undefined && { start }) }))
    plan.push({ file, fate: await fateOf(file, force) });
  const refused = plan.filter(({ fate }) => fate === 'refused');
  for (const { file } of refused) complain(`${file.path} is there already, and was left alone`);
  if (refused.length > 0) {
    complain('nothing was written; --force replaces what is there, but for a baseline');
    return 2;
  }
  const due = plan.filter(({ fate }) => fate !== 'kept');
  if (dryRun) {
    for (const { file, fate } of due)
      say(`# ${file.path}${fate === 'replaced' ? ', in the place of what is there' : ''}\n${file.text}`);
    say('Nothing was written.');
    return 0;
  }
  await writeTogether(
    due.map(({ file: { path, text }, fate }) => ({ path, text, replace: fate === 'replaced' })),
  );
  for (const { file, fate } of plan) say(`${fate} ${file.path}`);
  const judged = await firstBaseline();
  for (const line of next(start !== undefined, judged)) say(line);
  return judged === 'inconclusive' ? 2 : 0;
}

async function fateOf({ path, kept = false }: InitFile, force: boolean): Promise<Fate> {
  if (!(await stands(path))) return 'wrote';
  if (!force) return 'refused';
  return kept ? 'kept' : 'replaced';
}

/** What came of the first run. */
type Judged = 'conforms' | 'deviations' | 'inconclusive' | 'nobody';

/** Runs `verify` as anybody would in this folder, and brings the baseline up to date with what it finds. */
async function firstBaseline(): Promise<Judged> {
  const args = ['--config', usualConfig, '--update-baseline', '--report', `html=${htmlReport}`];
  try {
    await verifyCommand().exitOverride().parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof NoNeptune)) throw error;
    complain(error.message);
    return 'nobody';
  }
  return process.exitCode === 0 ? 'conforms' : process.exitCode === 1 ? 'deviations' : 'inconclusive';
}

/** What is left to be done by whoever reads this. */
const next = (canStart: boolean, judged: Judged): readonly string[] => [
  '',
  'Next:',
  ...(canStart ? [] : [`  say in ${workflowPath} how the emulator is started`]),
  `  put the owner of the action in the place of OWNER in ${workflowPath}`,
  ...steps[judged],
];

const steps: Readonly<Record<Judged, readonly string[]>> = {
  conforms: ['  neptune-copy-contract verify'],
  deviations: [
    `  look at ${htmlReport}, and write in ${baselinePath} why each deviation is known, and whose it is (TODO)`,
    '  neptune-copy-contract verify',
  ],
  inconclusive: [
    '  see what stood in the way of the first run, above, and then make the baseline:',
    '  neptune-copy-contract verify --update-baseline',
  ],
  nobody: [
    '  start the emulator, and make the baseline:',
    '  neptune-copy-contract verify --update-baseline',
  ],
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
