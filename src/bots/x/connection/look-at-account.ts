import { TwitterApi } from 'twitter-api-v2';
import type { Clock } from '../../../requests/index.ts';
import { meAnswer } from './answers.ts';
import type { Signature } from './tokens.ts';
import { agentFor } from './x-client.ts';
import { failure, xError } from './x-error.ts';

export interface AccountLook {
  id: string;
  username: string;
  /** As it is shown. */
  name: string;
  /** Only followers see what it posts. */
  isProtected: boolean;
  /** What the keys of OAuth 1.0a may do, e.g. `read-write`; null where X does not say. */
  accessLevel: string | null;
}

const TIMEOUT_MS = 15_000;

/** Whose signature it is. Throws `AdapterError` where X does not take it. */
export async function lookAtAccount(
  signature: Signature,
  { apiUrl, clock, timeoutMs = TIMEOUT_MS }: { apiUrl: string; clock: Clock; timeoutMs?: number },
): Promise<AccountLook> {
  const httpAgent = agentFor(apiUrl);
  const { v2 } = new TwitterApi(signature as string, (httpAgent ? { httpAgent } : {}) as never);
  const query = { 'user.fields': 'id,name,username,protected' };
  const options = { fullResponse: true as const, prefix: `${apiUrl}/2/`, timeout: timeoutMs };
  const { data, headers } = await v2.get('users/me', query, options).catch((error: unknown) => {
    throw xError(error, clock);
  });
  const read = meAnswer.safeParse(data);
  if (!read.success)
    throw failure('X answers /2/users/me with something else than it says', 'unreadable-answer', true, null);
  const level = headers['x-access-level'];
  const { id, username, name, protected: isProtected = false } = read.data.data;
  return { id, username, name: name || username, isProtected, accessLevel: typeof level === 'string' ? level : null };
}
