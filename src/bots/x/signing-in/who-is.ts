import type { Clock } from '../../../requests/index.ts';
import { meAnswer } from '../connection/answers.ts';
import type { Tokens } from '../connection/tokens.ts';
import { createXClient } from '../connection/x-client.ts';

/** Whose tokens these are. */
export async function whoIs({
  apiUrl,
  tokens,
  clock,
}: {
  apiUrl: string;
  tokens: Tokens;
  clock: Clock;
}): Promise<{ id: string; username: string; isProtected: boolean }> {
  const client = createXClient({ apiUrl, tokens, clock });
  const query = { 'user.fields': 'id,name,username,protected' };
  const { data } = await client.send({
    method: 'GET',
    path: 'users/me',
    endpoint: '/2/users/me',
    query,
    answer: meAnswer,
  });
  return { id: data.id, username: data.username, isProtected: data.protected === true };
}
