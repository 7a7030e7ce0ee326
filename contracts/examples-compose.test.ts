import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleEnv, inRepository, startIn } from '../test-support/examples-steps.ts';
import { readYaml } from '../test-support/examples-workflow.ts';
import { startMoto } from '../test-support/moto.ts';
import { stop } from '../test-support/process.ts';
import { findPython } from '../test-support/python.ts';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly ports: readonly string[];
  readonly healthcheck: { readonly test: readonly string[] };
}

const { services } = readYaml('compose.yaml') as {
  readonly services: Readonly<Record<'moto' | 'serve', Service>>;
};
const folder = mkdtempSync(join(tmpdir(), 'ncc-compose-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the health check of a service against another address than in its container. Resolves to the exit code. */
async function health({ healthcheck }: Service, url: string, env: NodeJS.ProcessEnv): Promise<number | null> {
  const [form, ...command] = healthcheck.test.map((word) => word.replace(/http:\/\/127\.0\.0\.1:\d+/, url));
  expect(form).toBe('CMD');
  return (await startIn(folder, command, env).ended).code;
}

describe('compose.yaml', () => {
  it('publishes its ports to this machine only, those that the commands listen on', () => {
    const ports = Object.values(services).flatMap((service) => service.ports);
    expect(ports).toEqual(['127.0.0.1:5000:5000', '127.0.0.1:8182:8182']);
    expect(services.serve.command?.slice(-2)).toEqual(['--port', '8182']);
    expect(services.serve.healthcheck.test.join(' ')).toContain('http://127.0.0.1:8182');
    expect(services.moto.healthcheck.test.join(' ')).toContain('http://127.0.0.1:5000');
  });

  it('has the moto that the contracts are run with', () => {
    const requirements = readFileSync(inRepository('contracts/python/requirements.txt'), 'utf8');
    const [pinned = 'nothing'] = /(?<=^moto.*==).*/m.exec(requirements) ?? [];
    expect(services.moto.image).toBe(`motoserver/moto:${pinned}`);
  });

  it('has a Node that this package runs on', () => {
    const { engines } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as {
      engines: { node: string };
    };
    expect(engines.node).toMatch(/^>=20\./);
    expect(services.serve.image).toBe('node:20');
  });

  it('serves the reference model, and knows when it does', async () => {
    const env = exampleEnv(folder);
    // The last of two flags holds: a free port of this machine, instead of all addresses of a container.
    const command = [...(services.serve.command ?? []), '--host', '127.0.0.1', '--port', '0'];
    const serving = startIn(folder, command, env);
    const url = await serving.sees(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
    expect(await health(services.serve, url, env)).toBe(0);
    expect(await stop(serving)).toMatchObject({ code: 0, stderr: '' });
    expect(await health(services.serve, url, env)).toBe(1);
  });

  const python = findPython();
  it.skipIf(python === undefined)('knows when moto answers', async () => {
    if (python === undefined) return;
    const moto = await startMoto(python);
    try {
      expect(await health(services.moto, moto.url, python.env)).toBe(0);
    } finally {
      await moto.close();
    }
    expect(await health(services.moto, moto.url, python.env)).toBe(1);
  });
});
