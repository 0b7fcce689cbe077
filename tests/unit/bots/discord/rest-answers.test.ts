import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDiscordRest } from '../../../../src/bots/discord/connection/discord-rest.ts';
import type { AdapterError } from '../../../../src/requests/index.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** What becomes of a post to something that answers like this; `asked` counts how often it was sent. */
async function posted(answer: RequestListener) {
  let asked = 0;
  server = createServer((request, response) => {
    asked += 1;
    request.resume().on('end', () => answer(request, response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const rest = createDiscordRest({ token: 'a.b.c', apiUrl, deadlines: { answerMs: 300, wholeMs: 600 } });
  const began = performance.now();
  const failed = await rest.post('/channels/1/messages', { body: { content: 'a boat' } }).then(
    () => null,
    (error: AdapterError) => error,
  );
  return { failed, asked, tookMs: performance.now() - began };
}

const page = (status: number): RequestListener => {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end('<html>A proxy in between</html>');
  };
};

describe('what answers in the place of Discord', () => {
  it('a 413 without a word is a file that is too large', async () => {
    expect((await posted(page(413))).failed).toMatchObject({ code: 'too-large', retryable: false });
  });

  it.each([403, 404])('a %i without a word is no verdict, and may pass', async (status) => {
    expect((await posted(page(status))).failed).toMatchObject({ code: `http-${status}`, retryable: true });
  });

  it('half an answer is none, and may be looked for', async () => {
    const { failed, asked } = await posted((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id": "1", "chann');
    });
    expect(failed).toMatchObject({ retryable: true, neverSent: false });
    expect(asked).toBe(1);
  });
});

describe('a post that is never answered', () => {
  it.each<[string, RequestListener]>([
    ['at all', () => {}],
    [
      'to its end',
      (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"id"'),
    ],
  ])('%s is given up, and sent once', async (_, answer) => {
    const { failed, asked, tookMs } = await posted(answer);
    expect(failed).toMatchObject({ code: 'timeout', retryable: true, neverSent: false });
    expect(asked).toBe(1);
    expect(tookMs).toBeLessThan(5000);
  });
});
