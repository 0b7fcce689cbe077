import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFields, sendFilm, sendJson, serve, strike } from '../serve.ts';
import { createVendor, type Vendor, type VendorSettings } from '../vendor.ts';
import { type HostedProvider, hostedDialects } from './hosted-dialects.ts';

export interface HostedSimulator {
  /** For `ENGINE_URL`. */
  url: string;
  vendor: Vendor;
  close(): Promise<void>;
}

export interface HostedSimulatorSettings extends VendorSettings {
  provider: HostedProvider;
  port?: number;
  /** Refuses every other key where one is given. */
  key?: string;
}

const FILES = '/v1beta/files/';
const FOUND = '/download/';

/** A provider of hosted models over loopback, as far as the AI SDK's package asks for it, with a bill of its own. */
export async function startHostedSimulator(settings: HostedSimulatorSettings): Promise<HostedSimulator> {
  const { provider, key, port } = settings;
  const dialect = hostedDialects[provider];
  const vendor = createVendor(provider, settings);

  async function start(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const fields = await readFields(request);
    const read = dialect.read(fields, path);
    const fault = vendor.take('create', 'problem' in read ? '' : read.prompt);
    if (strike(fault, request, response, dialect.error)) return;
    if (fault?.kind === 'moderation') {
      const { status, body } = dialect.refuse();
      return sendJson(response, status, body);
    }
    if ('problem' in read) return sendJson(response, provider === 'fal' ? 422 : 400, dialect.error(400, read.problem));
    const job = vendor.start(read);
    if (fault?.kind === 'lost-answer') request.socket.destroy();
    else sendJson(response, 200, dialect.started(job.id));
  }

  async function file(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const job = vendor.jobs.get(path.slice(path.lastIndexOf('/') + 1));
    if (job === undefined || job.fate === 'expired') return sendJson(response, 404, dialect.error(404, 'Not Found'));
    // Google's says where it is.
    if (provider === 'google' && path.startsWith(FILES)) {
      response.writeHead(302, { location: `${FOUND}${job.id}` }).end();
      return;
    }
    if (strike(vendor.take('content', job.prompt), request, response, dialect.error)) return;
    await sendFilm(vendor, job, response);
  }

  const served = await serve(async (request, response, { pathname: path, searchParams }) => {
    if (path.startsWith(FILES) || path.startsWith(FOUND)) return file(request, response, path);
    const [header, value] = dialect.authorization(key ?? '');
    if (key !== undefined && request.headers[header] !== value) {
      return sendJson(response, 401, dialect.error(401, 'Unauthorized'));
    }
    if (request.method === 'POST' && dialect.isStart(path)) return start(request, response, path);
    const account = request.method === 'GET' ? dialect.account(path, searchParams) : null;
    if (account !== null) return sendJson(response, 200, account);
    const job = vendor.jobs.get(dialect.jobIn(path) ?? '');
    if (request.method !== 'GET' || job === undefined) return sendJson(response, 404, dialect.error(404, 'Not Found'));
    if (strike(vendor.take('status', job.prompt), request, response, dialect.error)) return;
    const { status, body } = dialect.look(vendor, job, `http://${request.headers.host}${FILES}${job.id}`);
    sendJson(response, status, body);
  }, port);
  return { url: `${served.origin}${dialect.base}`, vendor, close: served.close };
}
