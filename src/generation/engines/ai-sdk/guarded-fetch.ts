import { AdapterError } from '../../../requests/index.ts';
import type { ProviderId } from '../../ai-sdk-providers.ts';
import { connectionCode } from '../../connection-code.ts';
import { falAddress, withFalReasons } from './fal-answers.ts';
import { withFilteredReasons } from './filtered-reasons.ts';

/**
 * The `fetch` that a provider is given. fal's status takes any error answer, a lost connection and a proxy's page for the end
 * of the video (@ai-sdk/fal 3.0.41: an `APICallError` becomes `status: 'error'`), so what is only a moment's trouble is thrown
 * before it gets there; and fal knows no other address than its own, so a named one is put in here.
 */
export function createGuardedFetch(at: {
  provider: ProviderId;
  model: string;
  apiUrl: string;
  /** Null: the provider's own. */
  url: string | null;
}): typeof fetch {
  return async (input, init) => {
    const named = at.provider === 'fal' ? falAddress(String(input), at.model) : String(input);
    const target = at.url === null ? named : withAddress(named, at.apiUrl, at.url);
    const isRead = (init?.method ?? 'GET') === 'GET';
    const response = isRead ? await read(target, init) : await fetch(target, { ...init, redirect: 'error' });
    if (at.provider === 'fal') return withFalReasons(response);
    return isRead ? withFilteredReasons(response) : response;
  };
}

/** An answer that says something of the video. */
async function read(target: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(target, { ...init, redirect: 'error' }).catch((error: unknown) => {
    if (init?.signal?.aborted) throw error;
    const code = connectionCode(error);
    throw trouble(code.toLowerCase(), `The engine cannot be reached: ${code}`);
  });
  if (response.status === 408 || response.status === 429 || response.status >= 500) {
    await response.body?.cancel();
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
    const retryAfterMs = Number.isFinite(wait) ? Math.min(3_600_000, wait * 1000) : null;
    throw trouble(`http-${response.status}`, `The engine answers ${response.status}`, retryAfterMs);
  }
  // A proxy's page.
  if (!response.headers.get('content-type')?.includes('html')) return response;
  await response.body?.cancel();
  throw trouble('bad-answer', 'The engine answers what cannot be read');
}

function trouble(code: string, message: string, retryAfterMs: number | null = null): AdapterError {
  return new AdapterError(message, { adapter: 'ai-sdk', code, retryable: true, retryAfterMs });
}

function withAddress(target: string, apiUrl: string, url: string): string {
  return target.startsWith(apiUrl) ? `${url}${target.slice(apiUrl.length)}` : target;
}
