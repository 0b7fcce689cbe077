import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface S3Simulator {
  url: string;
  /** By bucket and key, as `bucket/key`. */
  objects: Map<string, { bytes: Buffer; type: string }>;
  close(): Promise<void>;
}

/** As much of Amazon's S3 as a store of files needs, on loopback: objects put, read in parts, looked at and deleted. */
export async function startS3(): Promise<S3Simulator> {
  const objects: S3Simulator['objects'] = new Map();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://s3');
    const key = decodeURIComponent(url.pathname.slice(1));
    if (!/^AWS4-HMAC-SHA256 Credential=key\//.test(request.headers.authorization ?? '')) {
      return refuse(response, 403, 'AccessDenied');
    }
    if (request.method === 'PUT') return put(request, response, key, objects);
    if (request.method === 'DELETE') {
      objects.delete(key);
      return response.writeHead(204).end();
    }
    const object = objects.get(key);
    if (!object) return refuse(response, 404, request.method === 'HEAD' ? 'NotFound' : 'NoSuchKey');
    return send(request, response, object);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function put(
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
  objects: S3Simulator['objects'],
): Promise<void> {
  const bytes = await buffer(request);
  // A body that was cut off, or sent in chunks with signatures between, is not what is to be kept.
  if (bytes.length !== Number(request.headers['content-length'])) return refuse(response, 400, 'IncompleteBody');
  objects.set(key, { bytes, type: request.headers['content-type'] ?? 'binary/octet-stream' });
  response.writeHead(200, { etag: '"etag"' }).end();
}

function send(request: IncomingMessage, response: ServerResponse, { bytes, type }: { bytes: Buffer; type: string }) {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const part = from === undefined ? bytes : bytes.subarray(Number(from), Number(to) + 1);
  response.writeHead(from === undefined ? 200 : 206, { 'content-type': type, 'content-length': part.length });
  response.end(request.method === 'HEAD' ? undefined : part);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
