import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { inRepository, startIn } from './examples-steps.ts';
import { readYaml } from './examples-workflow.ts';

/** What the tests read of a service. */
export interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly working_dir?: string;
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, object>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

const texts = { type: 'array', items: { type: 'string' }, minItems: 1 };
const duration = { type: 'string', pattern: '^([0-9]+(us|ms|s|m|h))+$' };

/**
 * What our compose files may have, of the Compose Specification (docs.docker.com/reference/compose-file): the attributes
 * that they use, and no others, so that a misspelt one is told. No Docker runs here that would tell it.
 */
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['services'],
  properties: {
    services: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['image'],
        properties: {
          image: { type: 'string', pattern: '^[a-z0-9/]+:[a-z0-9.]+$' },
          command: texts,
          working_dir: { type: 'string', pattern: '^/' },
          volumes: { ...texts, items: { type: 'string', pattern: '^\\.[^:]*:/[^:]+:ro$' } },
          ports: { ...texts, items: { type: 'string', pattern: '^127\\.0\\.0\\.1:[0-9]+:[0-9]+$' } },
          environment: { type: 'object', additionalProperties: { type: 'string' } },
          init: { type: 'boolean' },
          healthcheck: {
            type: 'object',
            additionalProperties: false,
            required: ['test'],
            properties: { test: texts, interval: duration, retries: { type: 'integer', minimum: 1 } },
          },
          depends_on: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              additionalProperties: false,
              required: ['condition'],
              properties: {
                condition: { enum: ['service_started', 'service_healthy', 'service_completed_successfully'] },
              },
            },
          },
        },
      },
    },
  },
};
const validate = new Ajv().compile(schema);

/** What is wrong with a compose file, as paths; nothing where it is valid. */
export const composeProblems = (document: unknown): string[] =>
  validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);

/** The services of a compose file of the repository, which has to be valid. */
export function readServices<Name extends string>(path: string): Readonly<Record<Name, Service>> {
  const document = readYaml(path) as { readonly services: Readonly<Record<Name, Service>> };
  expect(composeProblems(document)).toEqual([]);
  for (const { depends_on: needed = {} } of Object.values<Service>(document.services))
    expect(Object.keys(document.services)).toEqual(expect.arrayContaining(Object.keys(needed)));
  return document.services;
}

/** Whether an image has a Node that a package runs on, by its major version. */
export function expectNode({ image }: Service, packageFile: string): void {
  const { engines } = JSON.parse(readFileSync(inRepository(packageFile), 'utf8')) as {
    engines: { node: string };
  };
  const [name, major] = image.split(':');
  expect(name).toBe('node');
  expect(Number(major)).toBeGreaterThanOrEqual(Number(/^>=(\d+)\./.exec(engines.node)?.[1]));
}

/** Runs the health check of a service against another address than in its container. Resolves to the exit code. */
export async function health(
  folder: string,
  { healthcheck }: Service,
  url: string,
  env: NodeJS.ProcessEnv,
): Promise<number | null> {
  const words = healthcheck?.test.map((word) => word.replace(/http:\/\/127\.0\.0\.1:\d+/, url)) ?? [];
  const [form, ...command] = words;
  expect(form).toBe('CMD');
  return (await startIn(folder, command, env).ended).code;
}
