/**
 * Writes `docs/emulators.md`, and `reports/emulators.html`, which is too large to be kept, from the stored results in `contracts/emulators/results`; with
 * `--check`, nothing is written and a difference fails. `--run [NAME-VERSION…]` first judges these emulators, or all,
 * and stores what they come to. `add NAME VERSION --requirements PINS --start COMMAND` registers another one.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import {
  findEmulator,
  judgeEmulator,
  labelOf,
  readEmulators,
  type Emulator,
} from '../test-support/emulators.ts';
import { filesOfNew } from './emulators/add.ts';
import { matrixHtml } from './emulators/html.ts';
import { matrixMarkdown } from './emulators/markdown.ts';
import { matrixOf } from './emulators/matrix.ts';
import { fileOf, orphans, readStored, storedOf } from './emulators/results.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const { values, positionals } = options();
const problems: string[] = [];
if (positionals[0] === 'add') await add(positionals.slice(1));
else if (values.run && values.check) stop('--run and --check do not go together');
else if (!values.run && positionals.length > 0)
  stop(`unexpected: ${positionals.join(' ')}; --run judges emulators, add registers one`);
else if (values.run) for (const emulator of wanted(positionals)) await run(emulator);
await writePages();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        run: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        requirements: { type: 'string', multiple: true, default: [] },
        start: { type: 'string', default: '' },
        up: { type: 'string' },
        env: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (error) {
    return stop((error as Error).message);
  }
}

/** Registers another emulator. */
async function add([name, version, ...others]: readonly string[]): Promise<void> {
  const { requirements, start, up, env } = values;
  if (
    name === undefined ||
    version === undefined ||
    others.length > 0 ||
    requirements.length === 0 ||
    start === ''
  )
    stop(
      "usage: npm run emulators -- add NAME VERSION --requirements 'PACKAGE==VERSION' --start 'PROGRAM --port {port}' [--up /PATH] [--env NAME=VALUE]",
    );
  const settings = env.map((each) => {
    const at = each.indexOf('=');
    return at > 0
      ? ([each.slice(0, at), each.slice(at + 1)] as const)
      : stop(`--env ${each} is no NAME=VALUE`);
  });
  const added = {
    name,
    version,
    start,
    ...(settings.length > 0 && { env: Object.fromEntries(settings) }),
    ...(up !== undefined && { up }),
    requirements,
  };
  try {
    for (const [path, text] of await filesOfNew(added, today())) {
      await write(path, text);
      console.log(`wrote ${relative(inRoot('.'), path)}`);
    }
  } catch (error) {
    stop((error as Error).message);
  }
  console.log(`next: write the reasons of contracts/emulators/${labelOf(added)}.yaml`);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The emulators that are asked for by name, or by name and version; all where none is. */
function wanted(names: readonly string[]): readonly Emulator[] {
  const emulators = readEmulators();
  const known = emulators.flatMap((emulator) => [emulator.name, labelOf(emulator)]);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    stop(`no emulator is called ${unknown.join(', ')}; there are ${emulators.map(labelOf).join(', ')}`);
  return emulators.filter(
    (emulator) => names.length === 0 || names.includes(emulator.name) || names.includes(labelOf(emulator)),
  );
}

/** Judges an emulator and keeps what it comes to. */
async function run(emulator: Emulator): Promise<void> {
  const python = findEmulator(emulator);
  if (python === undefined) {
    problems.push(`${labelOf(emulator)} was not judged: its environment is missing`);
    return;
  }
  const report = await judgeEmulator(emulator, python, { journal: false });
  const stored = storedOf(emulator, report, today());
  await write(fileOf(emulator), JSON.stringify(stored));
  const { deviations, rules } = report.summary;
  console.log(
    `${labelOf(emulator)}: ${deviations} deviations; rules: ${rules.pass} pass, ${rules.fail} fail`,
  );
}

async function writePages(): Promise<void> {
  const emulators = readEmulators();
  const missing = emulators.filter((emulator) => !existsSync(fileOf(emulator)));
  problems.push(
    ...missing.map(
      (each) => `${labelOf(each)} has no stored result: npm run emulators -- --run ${labelOf(each)}`,
    ),
    ...orphans(emulators).map((name) => `contracts/emulators/results/${name} is of no registered emulator`),
  );
  const matrix = matrixOf(
    emulators.flatMap((emulator) => {
      const stored = readStored(emulator);
      return stored === undefined ? [] : [[emulator, stored] as const];
    }),
  );
  const same = await write(inRoot('docs/emulators.md'), matrixMarkdown(matrix), values.check);
  if (values.check && !same)
    problems.push('docs/emulators.md differs from contracts/emulators: run npm run emulators');
  if (values.check) return;
  await write(inRoot('reports/emulators.html'), matrixHtml(matrix));
  console.log('wrote docs/emulators.md, reports/emulators.html');
}

/** Writes a file, as prettier would have it where it is kept, unless it is only to be checked. Whether it was like that already. */
async function write(path: string, text: string, checkOnly = false): Promise<boolean> {
  const formatted = /\.(json|md|yaml)$/.test(path)
    ? await format(text, { ...(await resolveConfig(path)), filepath: path })
    : text;
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (before === formatted) return true;
  if (checkOnly) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, formatted);
  return false;
}

function inRoot(name: string): string {
  return join(import.meta.dirname, '..', name);
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
