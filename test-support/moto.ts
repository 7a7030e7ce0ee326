import type { Python } from './python.ts';
import { start, stop } from './process.ts';
import type { Listening } from './proxy.ts';

/** Starts moto_server on a free port, and waits until it answers. Its account is always the same. */
export async function startMoto(python: Python): Promise<Listening> {
  const running = start(python.program('moto_server'), ['-H', '127.0.0.1', '-p', '0'], python.env);
  try {
    const url = await running.sees(/Running on (http:\/\/127\.0\.0\.1:\d+)/);
    await answers(`${url}/moto-api/`, 200);
    return { url, close: () => stop(running).then(() => undefined) };
  } catch (error) {
    await stop(running, 'SIGKILL');
    throw error;
  }
}

/** Waits until something answers at a URL, with a status if one is told. */
export async function answers(url: string, wanted?: number): Promise<void> {
  const deadline = Date.now() + 300_000;
  for (;;) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => undefined,
    );
    if (status !== undefined && (wanted ?? status) === status) return;
    if (Date.now() > deadline) throw new Error(`${url} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
