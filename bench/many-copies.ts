import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process of so many bytes of heap took: seconds, and the most memory that it held, in bytes. */
export interface Taken {
  readonly code: number | null;
  readonly stdout: string;
  readonly seconds: number;
  readonly peak: number;
}

/** Writes a plan of so many copies as a file of YAML, of JSON, and of lines of JSON, each copy with a key and two tags. */
export function writePlans(folder: string, count: number): readonly string[] {
  const copies = Array.from({ length: count }, (_, i) => ({
    SourceDBClusterSnapshotIdentifier: `arn:aws:rds:us-east-1:123456789012:cluster-snapshot:nightly-${i}`,
    TargetDBClusterSnapshotIdentifier: `vault-nightly-${i}`,
    KmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000000',
    Tags: [
      { Key: 'owner', Value: `team-${i}` },
      { Key: 'retention', Value: '35d' },
    ],
  }));
  const yaml = copies.map(
    ({ Tags, ...names }) =>
      `- ${Object.entries(names)
        .map(([name, value]) => `${name}: ${value}\n`)
        .join(
          '  ',
        )}  Tags:\n${Tags.map(({ Key, Value }) => `    - { Key: ${Key}, Value: ${Value} }\n`).join('')}`,
  );
  const texts = {
    'plan.yaml': yaml.join(''),
    'plan.json': JSON.stringify(copies, null, 2),
    'plan.jsonl': copies.map((copy) => `${JSON.stringify(copy)}\n`).join(''),
    'list.json': JSON.stringify({ copies }),
  };
  return Object.entries(texts).map(([name, text]) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  });
}

/** What `check` is given for such a plan: the caller, and three policies. */
export const checkArguments = (file: string): readonly string[] => [
  'check',
  file,
  ...['--policy', 'examples/gated-plans/policies/members'],
  ...['--account', '123456789012', '--region', 'us-east-1'],
];

/**
 * Runs a script of Node's within a heap of so many MiB; it is to write its peak, `process.resourceUsage().maxRSS`,
 * as the last line on standard error.
 */
export async function measure(heap: number, args: readonly string[]): Promise<Taken> {
  const started = performance.now();
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout = (stdout + text).slice(-500)));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-500)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const peak = Number(stderr.trimEnd().split('\n').at(-1)) * 1024;
  return { code, stdout, seconds: (performance.now() - started) / 1000, peak };
}

/** Has the process tell its peak at its end; to be given with `--import`. */
export const tellPeak = `data:text/javascript,process.once('exit',()=>console.error(process.resourceUsage().maxRSS))`;
