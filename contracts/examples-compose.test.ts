import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { composeProblems, expectNode, health, readServices } from '../test-support/examples-compose.ts';
import { inRepository, startIn } from '../test-support/examples-steps.ts';
import { startMoto } from '../test-support/moto.ts';
import { stop } from '../test-support/process.ts';
import { findPython } from '../test-support/python.ts';

const services = readServices<'moto' | 'serve'>('compose.yaml');
const folder = mkdtempSync(join(tmpdir(), 'ncc-compose-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('compose.yaml', () => {
  it('publishes its ports to this machine only, those that the commands listen on', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports).toEqual(['127.0.0.1:5000:5000', '127.0.0.1:8182:8182']);
    expect(services.serve.command?.slice(-2)).toEqual(['--port', '8182']);
    expect(services.serve.healthcheck?.test.join(' ')).toContain('http://127.0.0.1:8182');
    expect(services.moto.healthcheck?.test.join(' ')).toContain('http://127.0.0.1:5000');
  });

  it('has the moto that the contracts are run with', () => {
    const requirements = readFileSync(inRepository('contracts/python/requirements.txt'), 'utf8');
    const [pinned = 'nothing'] = /(?<=^moto.*==).*/m.exec(requirements) ?? [];
    expect(services.moto.image).toBe(`motoserver/moto:${pinned}`);
  });

  it('has a Node that this package runs on', () => expectNode(services.serve, 'package.json'));

  it('would be told where it is no compose file', () => {
    const document = { services: { serve: { ...services.serve, port: '8182' } } };
    expect(composeProblems(document)).toEqual(['/services/serve must NOT have additional properties']);
  });

  it('serves the reference model that it lies beside, and knows when it does', async () => {
    const { command = [], volumes, working_dir: where } = services.serve;
    expect(volumes).toEqual([`.:${where}:ro`]);
    // Where the build puts the command; here it is its source.
    const { bin } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as {
      bin: Readonly<Record<string, string>>;
    };
    const main = join(folder, bin['neptune-copy-contract'] ?? '');
    mkdirSync(dirname(main), { recursive: true });
    writeFileSync(main, `await import('${pathToFileURL(inRepository('src/cli/main.ts')).href}');\n`);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const env = { ...process.env, NODE_OPTIONS: `--import=${import.meta.resolve('tsx')}` };
    // The last of two flags holds: a free port of this machine, instead of all addresses of a container.
    const serving = startIn(folder, [...command, '--host', '127.0.0.1', '--port', '0'], env);
    const url = await serving.sees(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
    expect(await health(folder, services.serve, url, env)).toBe(0);
    expect(await stop(serving)).toMatchObject({ code: 0, stderr: '' });
    expect(await health(folder, services.serve, url, env)).toBe(1);
  });

  const python = findPython();
  it.skipIf(python === undefined)('knows when moto answers', async () => {
    if (python === undefined) return;
    const moto = await startMoto(python);
    try {
      expect(await health(folder, services.moto, moto.url, python.env)).toBe(0);
    } finally {
      await moto.close();
    }
    expect(await health(folder, services.moto, moto.url, python.env)).toBe(1);
  });
});
