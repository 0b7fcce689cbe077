import { AdapterError } from '../../../requests/index.ts';
import { withFilteredReasons } from './filtered-reasons.ts';

/**
 * The `fetch` that a provider is given. fal's status takes any error answer for the end of the video (@ai-sdk/fal 3.0.41:
 * an `APICallError` becomes `status: 'error'`), so what is only a moment's trouble is thrown before it gets there; and
 * fal knows no other address than its own, so a named one is put in here.
 */
export function createGuardedFetch(apiUrl: string, url: string | null): typeof fetch {
  return async (input, init) => {
    const target = url === null ? input : withAddress(String(input), apiUrl, url);
    const response = await fetch(target, { ...init, redirect: 'error' });
    const isRead = (init?.method ?? 'GET') === 'GET';
    if (isRead && (response.status === 408 || response.status === 429 || response.status >= 500)) {
      await response.body?.cancel();
      const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
      throw new AdapterError(`The engine answers ${response.status}`, {
        adapter: 'ai-sdk',
        code: `http-${response.status}`,
        retryable: true,
        retryAfterMs: Number.isFinite(wait) ? Math.min(3_600_000, wait * 1000) : null,
      });
    }
    return isRead ? withFilteredReasons(response) : response;
  };
}

function withAddress(target: string, apiUrl: string, url: string): string {
  return target.startsWith(apiUrl) ? `${url}${target.slice(apiUrl.length)}` : target;
}
