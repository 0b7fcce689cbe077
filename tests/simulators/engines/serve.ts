import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallFault, Job, Vendor } from './vendor.ts';

export interface Served {
  /** E.g. `http://127.0.0.1:41234`. */
  origin: string;
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** Serves a vendor's API at a port of loopback; 0 takes any free one. */
export async function serve(handle: Handler, port = 0): Promise<Served> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    void handle(request, response, url).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { error: { message: String(error), type: 'simulator' } });
      else response.destroy();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${taken}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

const MOST_BYTES = 100_000_000;

/** A JSON body or a form's fields; a form's files stand as the bytes' number. */
export async function readFields(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new Error('Too large');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return {};
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return JSON.parse(bytes.toString()) as Record<string, unknown>;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(
    [...form.entries()].map(([key, value]) => [key, typeof value === 'string' ? value : value.size]),
  );
}

/** Does what a fault says; true when the call has its answer, or will never have one. */
export function strike(
  fault: CallFault | null,
  request: IncomingMessage,
  response: ServerResponse,
  errorBody: (status: number, message: string) => unknown,
): boolean {
  switch (fault?.kind) {
    case 'unheard':
      request.socket.destroy();
      return true;
    case 'hang':
      return true;
    case 'html':
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html><h1>Bad gateway</h1></html>');
      return true;
    case 'status': {
      const headers = fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) };
      const body = errorBody(fault.status, 'The simulator was told to fail');
      response.writeHead(fault.status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
      return true;
    }
    default:
      return false;
  }
}

/** Sends a job's file, or what its fate has made of it. */
export async function sendFilm(vendor: Vendor, job: Job, response: ServerResponse): Promise<void> {
  const film = await vendor.film(job);
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': String(film.length) });
  if (job.fate !== 'cut-connection') response.end(film);
  else response.write(film.subarray(0, film.length >> 1), () => response.destroy());
}
