import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenaiSpeech } from '../../../src/generation/speech/openai-speech/openai-speech.ts';

/** As OpenAI's API reference has the body of `POST /audio/speech`. */
interface SpeechOrder {
  model: string;
  voice: string;
  input: string;
  response_format: string;
}

const KEY = 'key-canary-4711';
const SPOKEN = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(5000, 3)]);

let folder = '';
let server: Awaited<ReturnType<typeof startSpeech>>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-speech-'));
  server = await startSpeech();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A voice over loopback that speaks OpenAI's API. What `next` holds is answered first, instead of speech. */
async function startSpeech() {
  const orders: SpeechOrder[] = [];
  const next: (number | 'cut' | 'stands still')[] = [];
  const listening = createServer(async (request, response) => {
    const order = JSON.parse(await text(request)) as SpeechOrder;
    if (request.url !== '/v1/audio/speech' || request.method !== 'POST') return response.writeHead(404).end();
    if (request.headers.authorization !== `Bearer ${KEY}`) return response.writeHead(401).end('{}');
    orders.push(order);
    const fault = next.shift();
    if (typeof fault === 'number') return response.writeHead(fault, { 'retry-after-ms': '1' }).end('{}');
    response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': SPOKEN.length });
    if (fault === undefined) return response.end(SPOKEN);
    response.write(SPOKEN.subarray(0, 1000), () => fault === 'cut' && request.socket.destroy());
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    orders,
    next,
    close: () => {
      listening.closeAllConnections();
      return new Promise((resolve) => listening.close(resolve));
    },
  };
}

const voice = (key = KEY, timeoutMs = 10_000) =>
  createOpenaiSpeech({ url: server.url, key, model: 'kokoro', voice: 'af_sky', timeoutMs });
const path = () => join(folder, 'spoken.wav');

describe('a voice behind OpenAI’s API', () => {
  it('speaks a sentence into a file, in any language', async () => {
    await voice().speak('قارب ورقي في شارع ماطر', path());
    expect(await readFile(path())).toEqual(SPOKEN);
    expect(server.orders).toEqual([
      { model: 'kokoro', voice: 'af_sky', input: 'قارب ورقي في شارع ماطر', response_format: 'wav' },
    ]);
  });

  it('speaks what can be spoken only', () => {
    expect(voice().speaks('قارب')).toBe(true);
    expect(voice().speaks('… — !')).toBe(false);
  });

  it('is asked once more after a moment’s trouble, which costs next to nothing', async () => {
    server.next.push(503);
    await voice().speak('a boat', path());
    expect(server.orders).toHaveLength(2);
  });

  it.each<[string, (number | 'cut')[], string, boolean]>([
    ['is overloaded', [429, 429], 'http-429', true],
    ['is broken', [500, 500], 'http-500', true],
    ['will not have the text', [400], 'http-400', false],
    ['breaks off', ['cut'], 'connection-lost', true],
  ])('says so when it %s', async (_, faults, code, retryable) => {
    server.next.push(...faults);
    await expect(voice().speak('a boat', path())).rejects.toMatchObject({ adapter: 'openai-speech', code, retryable });
  });

  it('is not waited for when it stands still in the middle of a sentence', async () => {
    server.next.push('stands still');
    await expect(voice(KEY, 50).speak('a boat', path())).rejects.toMatchObject({ retryable: true });
  });

  it('says that its key is refused, and not the key', async () => {
    const refused = await voice('key-wrong-canary')
      .speak('a boat', path())
      .catch((error: Error) => error);
    expect(refused).toMatchObject({ code: 'http-401', retryable: false });
    expect(String(refused)).not.toContain('canary');
  });
});
