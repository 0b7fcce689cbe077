import type { IncomingMessage } from 'node:http';
import type { SentFile } from '../messages/take-in-files.ts';
import { refusal } from './api-error.ts';

export interface ReadBody {
  body: unknown;
  files: SentFile[];
}

/** Whatever a request may hold, all files of it: Discord's own bound. */
const mostBytes = 500 * 1024 * 1024;

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw refusal.tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads JSON, or a form with `payload_json` and `files[n]` (docs: reference, "Uploading Files"). Throws 50109. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { body: Object.fromEntries(new URLSearchParams(bytes.toString())), files: [] };
  }
  if (!type.startsWith('multipart/form-data')) return { body: parseJson(bytes.toString()), files: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files: SentFile[] = [];
  const fields: Record<string, unknown> = {};
  for (const [key, value] of form.entries()) {
    if (typeof value === 'string') {
      fields[key] = value;
      continue;
    }
    const index = Number(/^files?\[(\d+)\]$/.exec(key)?.[1] ?? files.length);
    const content = new Uint8Array(await value.arrayBuffer());
    files.push({ index, name: value.name, contentType: value.type, bytes: content });
  }
  const { payload_json, ...others } = fields;
  return { body: typeof payload_json === 'string' ? parseJson(payload_json) : others, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal.invalidJson();
  }
}
