import type { IncomingMessage, ServerResponse } from 'node:http';
import sharp from 'sharp';
import { readFields, sendJson, serve, strike } from '../serve.ts';
import type { CallFault } from '../vendor.ts';
import { type ImageDialect, imageDialects, type ReadImageOrder } from './image-dialects.ts';

/** How it fails: as any vendor, or in what it sends. */
export type ImageFault =
  | CallFault
  /** Said to be done, and there is none. */
  | { kind: 'no-picture' }
  | { kind: 'not-a-picture' }
  /** Made, looked at and kept back. */
  | { kind: 'kept-back' }
  /** Another size than was asked for. */
  | { kind: 'other-size' }
  /** The picture is not where it is said to be. */
  | { kind: 'gone' }
  /** Not done when the question is answered; Replicate alone tells of that. The looks that follow fail so often. */
  | { kind: 'slow'; failingLooks: number; status: number };

export interface ImagesSimulator {
  /** With its version, for `STILL_URL`. */
  url: string;
  /** What it made and bills, oldest first. */
  bill: ReadImageOrder[];
  /** Goes wrong with the next questions, in this order. */
  faults: ImageFault[];
  close(): Promise<void>;
}

export interface ImagesSimulatorSettings {
  dialect: ImageDialect;
  port?: number;
  /** Refuses every other key where one is given. */
  key?: string;
}

/** An image model over loopback, with a bill of its own. */
export async function startImagesSimulator(settings: ImagesSimulatorSettings): Promise<ImagesSimulator> {
  const { key, port } = settings;
  const dialect = imageDialects[settings.dialect];
  const simulator: Omit<ImagesSimulator, 'url' | 'close'> = { bill: [], faults: [] };
  const pictures = new Map<string, Buffer>();
  let made = 0;
  const slow: { answer: object; failing: number; status: number }[] = [];

  async function generate(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const read = dialect.read(await readFields(request));
    if ('problem' in read) return sendJson(response, 400, dialect.error(400, read.problem));
    const fault = simulator.faults.shift() ?? null;
    if (strike(isCallFault(fault) ? fault : null, request, response, dialect.error)) return;
    if (fault?.kind === 'moderation') {
      const { status, body } = dialect.refuse();
      return sendJson(response, status, body);
    }
    simulator.bill.push(read);
    if (fault?.kind === 'lost-answer') return void request.socket.destroy();
    const bytes = fault?.kind === 'not-a-picture' ? Buffer.from('<svg/>') : await draw(fault, read);
    made += 1;
    const file = String(made);
    if (fault?.kind !== 'gone') pictures.set(file, bytes);
    const origin = `http://${request.headers.host}`;
    const picture = { base64: bytes.toString('base64'), link: `${origin}/files/${file}` };
    const keptBack = fault?.kind === 'kept-back' ? dialect.keepBack?.(picture, read) : null;
    const answer = keptBack ?? dialect.answer(fault?.kind === 'no-picture' ? null : picture, read);
    const told = { ...(answer as object), ...(settings.dialect === 'replicate' && lookAt(origin)) };
    if (fault?.kind !== 'slow') return sendJson(response, 200, told);
    slow.push({ answer: told, failing: fault.failingLooks, status: fault.status });
    sendJson(response, 201, { ...told, status: 'processing', output: null });
  }

  function look(response: ServerResponse): void {
    const waiting = slow[0] ?? { answer: {}, failing: 1, status: 404 };
    waiting.failing -= 1;
    if (waiting.failing < 0) sendJson(response, 200, slow.shift()?.answer);
    else sendJson(response, waiting.status, dialect.error(waiting.status, 'A moment’s trouble'));
  }

  const served = await serve(async (request, response, url) => {
    const [, collection, part] = url.pathname.split('/');
    if (collection === 'files') return sendFile(pictures.get(part ?? ''), response);
    const [header, value] = dialect.authorization(key ?? '');
    if (key !== undefined && request.headers[header] !== value) {
      return sendJson(response, 401, dialect.error(401, 'Incorrect API key provided'));
    }
    if (url.pathname === '/v1/models') return sendJson(response, 200, models);
    if (url.pathname === '/v1/models/black-forest-labs/flux-2-pro')
      return sendJson(response, 200, { name: 'flux-2-pro' });
    if (url.pathname === '/v1/predictions/p1') return look(response);
    if (!dialect.takes(request.method ?? '', url.pathname)) {
      return sendJson(response, 404, dialect.error(404, 'Not Found'));
    }
    await generate(request, response);
  }, port);
  return Object.assign(simulator, { url: `${served.origin}/v1`, close: served.close });
}

const models = {
  object: 'list',
  data: [{ id: 'gpt-image-2', object: 'model', created: 1_776_000_000, owned_by: 'openai' }],
};

const lookAt = (origin: string) => ({ urls: { get: `${origin}/v1/predictions/p1` } });

function isCallFault(fault: ImageFault | null): fault is CallFault {
  return fault !== null && ['unheard', 'status', 'html', 'hang'].includes(fault.kind);
}

/** A picture of its own for each word and seed. */
async function draw(fault: ImageFault | null, { prompt, seed, size }: ReadImageOrder): Promise<Buffer> {
  const [width = 64, height = 64] = fault?.kind === 'other-size' ? [640, 640] : size.split('x').map(Number);
  const hue = [...(prompt + seed)].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <linearGradient id="g"><stop stop-color="hsl(${hue},60%,70%)"/><stop offset="1" stop-color="hsl(${(hue + 90) % 360},50%,35%)"/></linearGradient>
    <rect width="100%" height="100%" fill="url(#g)"/><circle cx="40%" cy="55%" r="20%" fill="white"/></svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
}

function sendFile(bytes: Buffer | undefined, response: ServerResponse): void {
  if (bytes) response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);
  else response.writeHead(404).end();
}
