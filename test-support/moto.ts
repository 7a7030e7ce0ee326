import type { Listening } from './proxy.ts';
import type { Python } from './python.ts';
import { startProgram } from './started-program.ts';

/** Starts moto_server on a free port, and waits until it answers. Its account is always the same. */
export const startMoto = (python: Python): Promise<Listening> =>
  startProgram(
    {
      start: 'moto_server -H 127.0.0.1 -p 0',
      up: '/moto-api/',
      says: 'Running on (http://127\\.0\\.0\\.1:\\d+)',
    },
    python,
  );
