import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

interface Part {
  name: string;
  /** Whether it says that it is a file, or is no text. */
  isFile: boolean;
  bytes: Uint8Array;
}

/** A body as an object: JSON, a form of words, or a form with a file in it. */
export async function readBody(request: IncomingMessage): Promise<{ body: Record<string, unknown>; type: string }> {
  const bytes = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: {}, type };
  if (type.startsWith('multipart/form-data')) {
    const parts = partsOf(bytes, /boundary="?([^";]+)/.exec(type)?.[1] ?? '');
    return { body: Object.fromEntries(parts.map((part) => [part.name, readPart(part)])), type };
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { body: Object.fromEntries(new URLSearchParams(bytes.toString())), type };
  }
  const body = JSON.parse(bytes.toString()) as Record<string, unknown>;
  // In JSON a segment's bytes come in base 64.
  if (typeof body.media === 'string' && 'segment_index' in body) {
    body.media = new Uint8Array(Buffer.from(body.media, 'base64'));
  }
  return { body, type };
}

/** The parts of a form (RFC 7578), byte by byte: clients send files without a name, which other readers take for text. */
function partsOf(bytes: Buffer, boundary: string): Part[] {
  const parts: Part[] = [];
  const mark = Buffer.from(`--${boundary}`);
  for (let at = bytes.indexOf(mark); at >= 0; ) {
    const next = bytes.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = bytes.subarray(at + mark.length + 2, next - 2);
    const head = part.indexOf('\r\n\r\n');
    const headers = part.subarray(0, head).toString();
    const name = /name="([^"]*)"/.exec(headers)?.[1] ?? '';
    parts.push({ name, isFile: name === 'media', bytes: new Uint8Array(part.subarray(head + 4)) });
    at = next;
  }
  return parts;
}

function readPart({ name, isFile, bytes }: Part): unknown {
  if (isFile) return bytes;
  const text = Buffer.from(bytes).toString();
  return name === 'segment_index' ? Number(text) : text;
}
