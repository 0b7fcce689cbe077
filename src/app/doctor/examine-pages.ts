import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Finding, failing, ok } from '../../bots/finding.ts';
import type { Config } from '../config.ts';

const ABOUT = 'pages';
const WITHIN_MS = 10_000;

/** Whether the app answers where its pages are, or could listen there. */
export async function examinePages({ HOST, PORT }: Config): Promise<Finding> {
  if (PORT === 0) return ok(ABOUT, 'On any free port.');
  const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST === '::' ? '::1' : HOST;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
  if (await answers(url)) return ok(ABOUT, `The app is running at ${url}/.`);
  const server = createServer();
  try {
    server.listen(PORT, HOST);
    await once(server, 'listening');
    return ok(ABOUT, `The app is not running; ${url}/ is free for it.`);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    return taken
      ? failing(ABOUT, `Port ${PORT} is taken by another program.`, 'Stop that program, or set PORT to another port.')
      : failing(
          ABOUT,
          `The app cannot listen at ${HOST}, port ${PORT}.`,
          'Set HOST and PORT to what is this machine’s.',
        );
  } finally {
    server.close();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(WITHIN_MS) });
    return ((await answer.json()) as { status?: unknown }).status === 'ok';
  } catch {
    return false;
  }
}
