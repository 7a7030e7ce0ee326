import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contractValidator } from '../src/contract/contract-validator.ts';
import { rules } from '../src/contract/generated/catalogue.ts';
import type { DoctorContactKind, DoctorReport } from '../src/contract/generated/types.ts';
import { met, serveVariant, type Running as RunningVariant } from '../src/selftest/mutants/index.ts';
import { startServer, type RunningServer } from '../src/server/index.ts';
import { examine } from '../src/verify/doctor/index.ts';
import { costOf } from '../src/verify/doctor/cost.ts';
import { verify } from '../src/verify/index.ts';
import { ordinary } from '../test-support/judge.ts';
import { leftIn } from '../test-support/leftovers.ts';
import { startMoto } from '../test-support/moto.ts';
import { runCli, start, startCli, stop } from '../test-support/process.ts';
import { startProxy, type Listening, type OwnAnswer } from '../test-support/proxy.ts';
import { findPython } from '../test-support/python.ts';
import { http, listen, respond, tcp } from '../test-support/small-servers.ts';
import { certificateFile, startTls } from '../test-support/tls-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'ncc-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const problems = (report: unknown): readonly unknown[] =>
  contractValidator().problems('neptune-copy-contract:doctor', report);

/** What `doctor` says, as JSON of the published schema; and its exit code, which stands in there, too. */
async function doctor(...args: readonly string[]): Promise<DoctorReport> {
  const { code, stdout, stderr } = await runCli('doctor', ...args, '--report', 'json');
  expect(stdout, stderr).not.toBe('');
  const report = JSON.parse(stdout) as DoctorReport;
  expect(problems(report)).toEqual([]);
  expect(code).toBe(report.exitCode);
  return report;
}

/** What of an operation was found out. */
const operation = ({ operations }: DoctorReport, name: string) =>
  operations.find((each) => each.name === name);

const capability = ({ capabilities }: DoctorReport, name: string) =>
  capabilities.find((each) => each.name === name);

describe('an endpoint that can be measured', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ copyDuration: 100 });
  });
  afterAll(() => server.close());

  it('is told so on one screen, with what to do next', async () => {
    const { code, stdout, stderr } = await runCli('doctor', server.url);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(`${server.url}: verify can measure ${rules.length} of ${rules.length} rules\n`);
    expect(stdout).toMatch(/^answers +yes, AWS Query$/m);
    expect(stdout).toMatch(/^clusters +made: plain$/m);
    expect(stdout).toMatch(/^plain copy +works$/m);
    expect(stdout).toMatch(/^KMS key states +yes$/m);
    expect(stdout).toContain(`\nNext: neptune-copy-contract verify --endpoint ${server.url}\n`);
    expect(stdout.split('\n').length).toBeLessThanOrEqual(24);
    expect(stderr).toMatch(/^run [a-z0-9]{6} at http.*\n(?:.*\n)*neptune-copy-contract: verify can measure/);
    expect(leftIn(server.world())).toEqual([]);
  });

  it('has every operation that a run needs, each come to', async () => {
    const report = await doctor(server.url);
    expect(report.operations.length).toBeGreaterThan(10);
    expect(report.operations.filter(({ status }) => status !== 'there')).toEqual([]);
    expect(report).toMatchObject({
      exitCode: 0,
      contact: { kind: 'query' },
      clusters: 'plain',
      copy: { status: 'works' },
      rules: { measurable: rules.length, of: rules.length },
      leftBehind: [],
    });
    expect(report.capabilities.map(({ name, available }) => [name, available])).toEqual(
      ['second account', 'second Region', 'sharing', 'tags', 'KMS keys', 'KMS key states'].map((name) => [
        name,
        true,
      ]),
    );
  });

  it('is told of in files, and in a journal', async () => {
    const [text, json, journal] = ['doctor.txt', 'doctor.json', 'journal.jsonl'].map((name) =>
      join(folder, name),
    );
    const { code, stdout, stderr } = await runCli(
      ...['doctor', server.url, '--quiet', '--report', `text=${text}`, '--report', `json=${json}`],
      ...['--journal', String(journal)],
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe(
      `neptune-copy-contract: verify can measure ${rules.length} of ${rules.length} rules\n`,
    );
    expect(readFileSync(String(text), 'utf8')).toContain('plain copy');
    expect(problems(JSON.parse(readFileSync(String(json), 'utf8')))).toEqual([]);
    const events = readFileSync(String(journal), 'utf8');
    for (const event of ['"asked"', '"made"', '"removed"']) expect(events).toContain(event);
  });

  it('leaves no journal in the state folder', async () => {
    const state = join(folder, 'state');
    const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
    const env = { ...process.env, XDG_STATE_HOME: state };
    const { code } = await start(process.execPath, ['--import', 'tsx', main, 'doctor', server.url], env)
      .ended;
    expect(code).toBe(0);
    expect(existsSync(state)).toBe(true);
    const left = readdirSync(state, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.endsWith('.jsonl'))).toEqual([]);
  });
});

const python = findPython();
it.skipIf(python === undefined)('moto can be measured', async () => {
  if (python === undefined) return;
  const moto = await startMoto(python);
  try {
    const report = await doctor(moto.url, '--target-name', 'moto');
    expect(report).toMatchObject({ exitCode: 0, copy: { status: 'works' }, leftBehind: [] });
    expect(report.target?.name).toBe('moto');
    expect(capability(report, 'second account')?.detail).toContain(
      'by assuming arn:aws:iam::222222222222:role/',
    );
  } finally {
    await moto.close();
  }
});

/** What listens where Neptune is expected, and what is made of it. */
const strangers: readonly (readonly [
  what: string,
  kind: DoctorContactKind,
  server: Server,
  words: string,
])[] = [
  ['raw bytes', 'no-http', tcp((socket) => socket.end('\u0000\u0001 no HTTP\n')), 'not with HTTP'],
  ['a connection that is cut', 'cut', tcp((socket) => socket.destroy()), 'is it an https endpoint?'],
  [
    'HTML with status 404',
    'no-query',
    http((answer) => respond(answer, 404, 'text/html', '<p>Not found')),
    '(HTTP 404, text/html)',
  ],
  [
    'an empty page that is not found',
    'no-query',
    http((answer) => answer.writeHead(404).end()),
    '(HTTP 404)',
  ],
  [
    'JSON with status 200',
    'no-query',
    http((answer) => respond(answer, 200, 'application/json', '{"ok":true}')),
    '(HTTP 200, application/json)',
  ],
  [
    'a proxy that wants a password',
    'no-query',
    http((answer) => respond(answer, 407, 'text/html', '<p>Who?')),
    'a proxy on the way wants to know who asks',
  ],
  [
    'a gateway with nobody behind it',
    'no-query',
    http((answer) => respond(answer, 504, 'text/html', '<p>Sorry')),
    'reaches nobody behind it',
  ],
  [
    'other XML',
    'no-list',
    http((answer) => respond(answer, 200, 'text/xml', '<ok/>')),
    'without a list of snapshots',
  ],
  [
    'another service of AWS',
    'fault',
    http((answer) => respond(answer, 400, 'text/xml', fault('InvalidAction', 'Could not find it'))),
    'InvalidAction (HTTP 400): Could not find it',
  ],
  ['no answer', 'late', http(() => undefined), 'did not answer in time'],
];

describe('where nothing like Neptune is', () => {
  const urls = new Map<string, string>();
  const plain = http((answer) => respond(answer, 200, 'text/xml', '<ok/>'));
  let encrypted: Listening;

  beforeAll(async () => {
    for (const [what, , server] of strangers) urls.set(what, await listen(server));
    const to = await listen(plain);
    encrypted = await startTls(to);
    urls.set('https at an http endpoint', to.replace('http:', 'https:'));
    urls.set('http at an https endpoint', encrypted.url.replace('https:', 'http:'));
    urls.set('a certificate that nobody knows', encrypted.url);
    const free = createServer();
    urls.set('nobody', await listen(free));
    await new Promise((resolve) => free.close(resolve));
    urls.set('a host that there is not', 'http://neptune.invalid');
  });
  afterAll(async () => {
    await encrypted.close();
    for (const server of [plain, ...strangers.map(([, , each]) => each)]) server.close();
  });

  it.each<readonly [string, DoctorContactKind, string]>([
    ...strangers.map(([what, kind, , words]) => [what, kind, words] as const),
    ['nobody', 'refused', 'ECONNREFUSED'],
    ['a host that there is not', 'no-host', 'the name of the host is unknown (DNS)'],
    ['https at an http endpoint', 'no-tls', 'is it an http endpoint?'],
    ['http at an https endpoint', 'cut', 'is it an https endpoint?'],
    ['a certificate that nobody knows', 'certificate', 'name its authority with --ca FILE'],
  ])('says what there is instead: %s', async (what, kind, words) => {
    const json = join(folder, 'stranger.json');
    const { code, stdout, stderr } = await runCli(
      ...['doctor', urls.get(what) ?? '', '--timeout', '1', '--report', 'text', '--report', `json=${json}`],
    );
    const report = JSON.parse(readFileSync(json, 'utf8')) as DoctorReport;
    expect(problems(report)).toEqual([]);
    expect(report.contact.kind).toBe(kind);
    expect(stdout).toMatch(/^answers +no: /m);
    expect(stdout).toContain(words);
    expect(stdout).not.toContain('()');
    expect(stderr).toMatch(/\nneptune-copy-contract: nothing can be measured: .+\n$/);
    expect(code).toBe(2);
  });

  it('trusts a certificate that is named', async () => {
    const report = await doctor(encrypted.url, '--ca', certificateFile);
    expect(report.contact.kind).toBe('no-list');
  });

  it('tells of a proxy that is not used', async () => {
    const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
    const env = {
      ...process.env,
      HTTP_PROXY: 'http://127.0.0.1:1',
      NO_PROXY: '',
      no_proxy: '',
      http_proxy: '',
    };
    const args = ['--import', 'tsx', main, 'doctor', 'http://neptune.invalid'];
    const { code, stdout } = await start(process.execPath, args, env).ended;
    expect(code).toBe(2);
    expect(stdout).toMatch(/^proxy +HTTP_PROXY is set, but proxies are not used$/m);
  });
});

describe('an endpoint that lacks something', () => {
  let running: RunningVariant | undefined;
  let server: RunningServer | undefined;
  let proxy: Listening | undefined;
  afterEach(async () => {
    await running?.close();
    await proxy?.close();
    await server?.close();
    running = proxy = server = undefined;
  });

  const options = { journal: false as const, timeout: 5_000 };

  async function examineMet(name: string): Promise<DoctorReport> {
    const variant = met.find((each) => each.name === name)?.variant();
    expect(variant).toBeDefined();
    running = await serveVariant({ name, ...variant });
    const report = await examine({ ...options, endpoint: running.url });
    expect(problems(report)).toEqual([]);
    expect(running.remains()).toBe(0);
    return report;
  }

  /** Our own server, but for operations that are answered otherwise. */
  async function examineBehind(answers: Readonly<Record<string, OwnAnswer>>): Promise<DoctorReport> {
    const report = await examine({ ...options, endpoint: await behind(answers) });
    expect(problems(report)).toEqual([]);
    expect(leftIn(server?.world() ?? expect.fail('there is a server'))).toEqual([]);
    return report;
  }

  async function behind(answers: Readonly<Record<string, OwnAnswer>>): Promise<string> {
    server = await startServer({ copyDuration: 50 });
    proxy = await startProxy(server.url, {
      answer: (body, { headers }) => {
        const target = String(headers['x-amz-target'] ?? '').split('.')[1];
        return answers[new URLSearchParams(body).get('Action') ?? target ?? ''];
      },
    });
    return proxy.url;
  }

  it('the operation: it is told so, with the rest of what there is', async () => {
    const report = await examineMet('no copies at all');
    expect(report).toMatchObject({ exitCode: 1, clusters: 'plain', copy: { status: 'absent' } });
    expect(report.copy?.detail).toContain('The action CopyDBClusterSnapshot is not valid for this endpoint.');
    expect(report.copy?.deviation).toMatchObject({ rule: 'copy-plain' });
    expect(report.rules).toBeUndefined();
    expect(operation(report, 'CopyDBClusterSnapshot')).toMatchObject({ status: 'lacking' });
    expect(operation(report, 'ModifyDBClusterSnapshotAttribute')).toMatchObject({ status: 'there' });
  });

  it('a plain way to make clusters: it is told which one there is', async () => {
    const report = await examineMet('a master user is wanted');
    expect(report).toMatchObject({ exitCode: 0, clusters: 'with MasterUsername and MasterUserPassword' });
  });

  it('another Region: it is told what that costs', async () => {
    const report = await examineMet('another Region is refused');
    const region = capability(report, 'second Region');
    expect(region).toMatchObject({ available: false, costs: costOf(['second Region']) });
    expect(report).toMatchObject({
      exitCode: 0,
      rules: { measurable: rules.length - costOf(['second Region']) },
    });
  });

  it('a copy that is made: it is a deviation', async () => {
    const refusal = { status: 400, body: fault('InvalidParameterValue', 'Not today.') };
    const report = await examineBehind({ CopyDBClusterSnapshot: refusal });
    expect(report).toMatchObject({
      exitCode: 1,
      copy: { status: 'fails', deviation: { rule: 'copy-plain', actual: { kind: 'rejection' } } },
    });
    expect(operation(report, 'CopyDBClusterSnapshot')).toMatchObject({ status: 'there' });
  });

  it('clusters: nothing can be told of copies, and why stands there', async () => {
    const report = await examineBehind({
      CreateDBCluster: { status: 501, body: fault('NotImplemented', 'No clusters here.') },
    });
    expect(report).toMatchObject({ exitCode: 2, copy: { status: 'unknown' } });
    expect(report.copy?.detail).toContain('No clusters here.');
    expect(report.clusters).toBeUndefined();
    expect(operation(report, 'CreateDBCluster')).toMatchObject({ status: 'lacking' });
    expect(operation(report, 'DeleteDBCluster')).toMatchObject({ status: 'untried' });
    // What needs no snapshot is tried all the same.
    expect(operation(report, 'CreateKey')).toMatchObject({ status: 'there' });
  });

  it('an operation that no probe asks for: the capability is not there', async () => {
    const report = await examineBehind({
      ModifyDBClusterSnapshotAttribute: { status: 400, body: fault('InvalidAction', 'No sharing here.') },
    });
    const sharing = capability(report, 'sharing');
    expect(sharing).toMatchObject({ available: false, costs: costOf(['sharing']) });
    expect(sharing?.detail).toContain('No sharing here.');
    expect(report.exitCode).toBe(0);
  });

  it('KMS: as many rules cannot be measured as verify leaves for want of it', async () => {
    const nothing = { status: 501, body: '' };
    const answers = Object.fromEntries(
      ['DescribeKey', 'CreateKey', 'DisableKey', 'CreateAlias'].map((name) => [name, nothing]),
    );
    const report = await examineBehind(answers);
    expect(capability(report, 'KMS keys')).toMatchObject({ available: false, costs: costOf(['KMS keys']) });
    expect(costOf(['KMS keys'])).toBeGreaterThan(0);
    const { summary } = await verify({ ...ordinary, endpoint: proxy?.url ?? '', pairs: 0, journal: false });
    const lost = (summary.inconclusiveRules ?? []).filter(({ kind }) => kind === 'capability');
    const unmeasured = lost.flatMap((each) => each.rules);
    expect(rules.length - (report.rules?.measurable ?? 0)).toBe(unmeasured.length);
  });

  it('an answer to the copy: it ends in time, and could not tell', async () => {
    server = await startServer({ copyDuration: 50 });
    proxy = await startProxy(server.url, {
      answer: (body) =>
        body.includes('Action=CopyDBClusterSnapshot') ? new Promise<OwnAnswer>(() => undefined) : undefined,
    });
    const report = await examine({ ...options, timeout: 300, endpoint: proxy.url });
    expect(report).toMatchObject({ exitCode: 2, copy: { status: 'unknown' } });
    expect(operation(report, 'CopyDBClusterSnapshot')).toMatchObject({ status: 'silent' });
    expect(leftIn(server.world())).toEqual([]);
  });

  it('what is interrupted cleans up, says so, and could not tell', async () => {
    let asked = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    server = await startServer({ copyDuration: 50 });
    proxy = await startProxy(server.url, {
      answer: (body) => {
        if (!body.includes('Action=CreateDBClusterSnapshot')) return undefined;
        asked();
        return new Promise<OwnAnswer>(() => undefined);
      },
    });
    const running = startCli('doctor', proxy.url, '--report', 'json');
    await isAsked;
    expect(leftIn(server.world())).not.toEqual([]);
    const { code, stdout, stderr } = await stop(running, 'SIGINT');
    expect(code, stderr).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ run: { stopped: 'the run was interrupted' } });
    expect(leftIn(server.world())).toEqual([]);
  });
});

describe('a command line that makes no sense', () => {
  it.each<readonly [string, readonly string[], string]>([
    ['no endpoint', [], "missing required argument 'url'"],
    ['an endpoint that is no URL', ['localhost:1'], 'Not an http or https URL.'],
    ['an endpoint with a query', ['http://127.0.0.1:1/?x=1'], 'The query "?x=1"'],
    ['AWS itself', ['https://rds.us-east-1.amazonaws.com'], 'AWS'],
    [
      'AWS itself for KMS',
      ['http://127.0.0.1:1', '--kms-endpoint', 'https://kms.us-east-1.amazonaws.com'],
      'AWS',
    ],
    ['two endpoints', ['http://127.0.0.1:1', 'http://127.0.0.1:2'], 'too many arguments'],
    ['a format of other reports', ['http://127.0.0.1:1', '--report', 'junit'], 'there are text, json'],
    ['a report into no folder', ['http://127.0.0.1:1', '--report', `json=${folder}/no/where`], 'no/where'],
    [
      'what is trusted and not checked',
      ['http://127.0.0.1:1', '--ca', 'x', '--insecure'],
      'exclude each other',
    ],
    ['a misspelt flag', ['http://127.0.0.1:1', '--kms-endpont', 'x'], 'Did you mean --kms-endpoint?'],
  ])('ends with 2 and one line: %s', async (_, args, words) => {
    const { code, stdout, stderr } = await runCli('doctor', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]{20,}\n$/);
    expect(stderr).toContain(words);
  });
});

describe('what rules cost', () => {
  it('is nothing where nothing is lacking, and together at most as much as one by one', () => {
    expect(costOf([])).toBe(0);
    const both = costOf(['KMS keys', 'tags']);
    expect(both).toBeGreaterThanOrEqual(Math.max(costOf(['KMS keys']), costOf(['tags'])));
    expect(costOf(['KMS key states'])).toBeLessThanOrEqual(costOf(['KMS key states', 'KMS keys']));
  });
});

function fault(code: string, message: string): string {
  return `<ErrorResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>a</RequestId></ErrorResponse>`;
}
