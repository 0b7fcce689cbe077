import type { IncomingMessage, ServerResponse } from 'node:http';
import type OpenAI from 'openai';
import sharp from 'sharp';
import { readFields, sendJson, serve, strike } from '../serve.ts';
import type { CallFault } from '../vendor.ts';

/** How it fails: as any vendor, or in what it sends. */
export type ImageFault =
  | CallFault
  /** Said to be done, and there is none. */
  | { kind: 'no-picture' }
  | { kind: 'not-a-picture' }
  /** Another size than was asked for. */
  | { kind: 'other-size' }
  /** The picture is not where it is said to be. */
  | { kind: 'gone' };

export interface ImageCharge {
  prompt: string;
  size: string;
  seed: number | null;
}

export interface ImagesSimulator {
  /** With its version, for `STILL_URL`. */
  url: string;
  /** What it made and bills, oldest first. */
  bill: ImageCharge[];
  /** Goes wrong with the next questions, in this order. */
  faults: ImageFault[];
  close(): Promise<void>;
}

export interface ImagesSimulatorSettings {
  /** OpenAI's own API sends the picture itself and knows no seed; servers of one's own take one and say where it lies. */
  dialect: 'openai' | 'self-hosted';
  port?: number;
  /** Refuses every other key where one is given. */
  key?: string;
}

const KNOWN = {
  openai: [
    'model',
    'prompt',
    'n',
    'size',
    'quality',
    'background',
    'moderation',
    'output_format',
    'output_compression',
  ],
  'self-hosted': ['model', 'prompt', 'n', 'size', 'seed', 'response_format', 'negative_prompt'],
};

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/** `/v1/images/generations` over loopback, with a bill of its own. */
export async function startImagesSimulator(settings: ImagesSimulatorSettings): Promise<ImagesSimulator> {
  const { dialect, key, port } = settings;
  const simulator: Omit<ImagesSimulator, 'url' | 'close'> = { bill: [], faults: [] };
  const pictures = new Map<string, Buffer>();
  let made = 0;
  const served = await serve(async (request, response, url) => {
    const exchange = { request, response };
    const [, , collection, part] = url.pathname.split('/');
    if (collection === 'files') return sendFile(pictures.get(part ?? ''), response);
    if (key !== undefined && request.headers.authorization !== `Bearer ${key}`) {
      return fail(exchange, 401, 'Incorrect API key provided');
    }
    if (collection === 'models') return sendJson(response, 200, models);
    if (collection !== 'images' || part !== 'generations' || request.method !== 'POST') {
      return fail(exchange, 404, 'Not Found');
    }
    const fields = await readFields(request);
    const problem = problemIn(dialect, fields);
    if (problem !== null) return fail(exchange, 400, problem);
    const fault = simulator.faults.shift() ?? null;
    if (strike(isCallFault(fault) ? fault : null, request, response, errorBody)) return;
    if (fault?.kind === 'moderation') {
      return fail(exchange, 400, 'Your request was rejected by the safety system.', 'moderation_blocked');
    }
    const { prompt, size, seed } = fields as { prompt: string; size: string; seed?: number };
    simulator.bill.push({ prompt, size, seed: seed ?? null });
    if (fault?.kind === 'lost-answer') return void request.socket.destroy();
    const bytes = fault?.kind === 'not-a-picture' ? Buffer.from('<svg/>') : await draw(fault, size, prompt + seed);
    made += 1;
    const file = String(made);
    if (fault?.kind !== 'gone') pictures.set(file, bytes);
    const origin = `http://${request.headers.host}`;
    const image: OpenAI.Image =
      dialect === 'openai' ? { b64_json: bytes.toString('base64') } : { url: `${origin}/v1/files/${file}` };
    sendJson(response, 200, answer(size, fault?.kind === 'no-picture' ? [] : [image]));
  }, port);
  return Object.assign(simulator, { url: `${served.origin}/v1`, close: served.close });
}

const models = {
  object: 'list',
  data: [{ id: 'gpt-image-2', object: 'model', created: 1_776_000_000, owned_by: 'openai' }],
};

function isCallFault(fault: ImageFault | null): fault is CallFault {
  return fault !== null && ['unheard', 'status', 'html', 'hang'].includes(fault.kind);
}

function problemIn(dialect: ImagesSimulatorSettings['dialect'], fields: Record<string, unknown>): string | null {
  const unknown = Object.keys(fields).find((name) => !KNOWN[dialect].includes(name));
  if (unknown !== undefined) return `Unknown parameter: '${unknown}'.`;
  const { prompt, size } = fields as Partial<OpenAI.ImageGenerateParamsNonStreaming>;
  if (typeof prompt !== 'string' || prompt === '' || prompt.length > 32_000) return "Invalid 'prompt'";
  const [width = 0, height = 0] = String(size).split('x').map(Number);
  const inBlocks = width > 0 && height > 0 && width % 16 === 0 && height % 16 === 0;
  const ratio = width / height;
  return inBlocks && ratio <= 3 && ratio >= 1 / 3 ? null : `Invalid size '${size}'.`;
}

function answer(size: string, data: OpenAI.Image[]): OpenAI.ImagesResponse {
  return { created: Math.floor(Date.now() / 1000), data, size, quality: 'medium', background: 'opaque' };
}

/** A picture of its own for each word and seed. */
async function draw(fault: ImageFault | null, size: string, about: string): Promise<Buffer> {
  const [width = 64, height = 64] = fault?.kind === 'other-size' ? [640, 640] : size.split('x').map(Number);
  const hue = [...about].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <linearGradient id="g"><stop stop-color="hsl(${hue},60%,70%)"/><stop offset="1" stop-color="hsl(${(hue + 90) % 360},50%,35%)"/></linearGradient>
    <rect width="100%" height="100%" fill="url(#g)"/><circle cx="40%" cy="55%" r="20%" fill="white"/></svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
}

function sendFile(bytes: Buffer | undefined, response: ServerResponse): void {
  if (bytes) response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);
  else response.writeHead(404).end();
}

function fail({ response }: Exchange, status: number, message: string, code: string | null = null): void {
  sendJson(response, status, errorBody(status, message, code));
}

function errorBody(status: number, message: string, code: string | null = null): unknown {
  return { error: { message, type: status >= 500 ? 'server_error' : 'invalid_request_error', param: null, code } };
}
