import { setTimeout as wait } from 'node:timers/promises';
import { openLink } from '../../../media/links/open-link.ts';
import { AdapterError } from '../../../requests/index.ts';
import { fileHosts, type ProviderId } from '../../ai-sdk-providers.ts';

/** What is known of a question while it is asked, by which an error is told for what it is. */
export interface OneQuestion {
  /** The `fetch` that the provider is given. */
  fetch: typeof fetch;
  /** Something was sent that may be billed. */
  readonly wasSent: boolean;
  /** That was taken. */
  readonly wasTaken: boolean;
  /** A picture was made and could not be had. */
  readonly lostPicture: boolean;
}

interface QuestionSettings {
  provider: ProviderId;
  apiUrl: string;
  /** Before a look that met with a moment's trouble is taken again, in milliseconds. */
  lookAgainMs: number;
}

const MAX_BYTES = 50_000_000;
const TRIES = 3;

/**
 * The line over which one picture is asked for. What is asked for goes out once; looks at what becomes of it, and the
 * picture, cost nothing and are tried again. A picture comes from the provider's own hosts alone, and no redirect is
 * followed: it could lead anywhere, with our key.
 */
export function createOneQuestion({ provider, apiUrl, lookAgainMs }: QuestionSettings): OneQuestion {
  const known = { wasSent: false, wasTaken: false, lostPicture: false };

  async function ask(url: string, init?: RequestInit): Promise<Response> {
    known.wasSent = true;
    const response = await fetch(url, { ...init, redirect: 'error' });
    known.wasTaken = response.ok;
    return response;
  }

  async function look(url: string, init?: RequestInit): Promise<Response> {
    for (let tries = 1; ; tries += 1) {
      try {
        const response = await fetch(url, { ...init, redirect: 'error' });
        if (tries === TRIES || (response.status < 500 && response.status !== 429)) return response;
        await response.body?.cancel();
      } catch (error) {
        if (tries === TRIES || init?.signal?.aborted) throw error;
      }
      await wait(lookAgainMs, undefined, init?.signal ? { signal: init.signal } : {});
    }
  }

  async function fetchPicture(url: string): Promise<Response> {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      try {
        const stream = await openLink(url, { adapter: 'ai-sdk', hosts: fileHosts[provider], apiUrl });
        if (stream === null) break;
        return new Response(await readAll(stream));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
      }
    }
    known.lostPicture = true;
    throw tooLate('The picture could not be fetched');
  }

  return Object.assign(known, {
    fetch: async (input: Parameters<typeof fetch>[0], init?: RequestInit) => {
      const url = String(input);
      if ((init?.method ?? 'GET') !== 'GET') return ask(url, init);
      return url.startsWith(`${apiUrl}/`) ? look(url, init) : fetchPicture(url);
    },
  });
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > MAX_BYTES) throw tooLate(`More than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLate(message: string): AdapterError {
  return new AdapterError(message, { adapter: 'ai-sdk', code: 'picture-lost', retryable: false });
}
