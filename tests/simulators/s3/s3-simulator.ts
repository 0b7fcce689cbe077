import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface S3Simulator {
  url: string;
  /** By bucket and key, as `bucket/key`. */
  objects: Map<string, { bytes: Buffer; type: string; modifiedAt: Date }>;
  close(): Promise<void>;
}

/** So many keys to a page, so that a listing of a few objects has several. */
const PAGE = 2;

/** As much of Amazon's S3 as a store of files needs, on loopback: objects put, listed, read in parts, looked at and deleted. */
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
    if (url.searchParams.get('list-type') === '2') return list(response, key, url.searchParams, objects);
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
  objects.set(key, { bytes, type: request.headers['content-type'] ?? 'binary/octet-stream', modifiedAt: new Date() });
  response.writeHead(200, { etag: '"etag"' }).end();
}

function list(response: ServerResponse, bucket: string, query: URLSearchParams, objects: S3Simulator['objects']): void {
  const before = `${bucket.replace(/\/$/, '')}/`;
  const after = query.get('continuation-token') ?? '';
  const found = [...objects]
    .map(([name, object]) => ({ key: name.slice(before.length), ours: name.startsWith(before), ...object }))
    .filter(({ key, ours }) => ours && key.startsWith(query.get('prefix') ?? '') && key > after)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const page = found.slice(0, PAGE);
  const contents = page.map(
    ({ key, bytes, modifiedAt }) =>
      `<Contents><Key>${key}</Key><LastModified>${modifiedAt.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`,
  );
  const more = found.length > PAGE ? `<NextContinuationToken>${page.at(-1)?.key}</NextContinuationToken>` : '';
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more !== ''}</IsTruncated>${more}${contents.join('')}</ListBucketResult>`,
  );
}

type Kept = { bytes: Buffer; type: string; modifiedAt: Date };

function send(request: IncomingMessage, response: ServerResponse, { bytes, type, modifiedAt }: Kept) {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const part = from === undefined ? bytes : bytes.subarray(Number(from), Number(to) + 1);
  response.writeHead(from === undefined ? 200 : 206, {
    'content-type': type,
    'content-length': part.length,
    'last-modified': modifiedAt.toUTCString(),
  });
  response.end(request.method === 'HEAD' ? undefined : part);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
