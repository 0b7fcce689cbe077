import { describe, expect, it } from 'vitest';
import { createRefusedRequests } from '../../../../src/bots/discord/connection/refused-requests.ts';

const MINUTE = 60_000;

describe('what Discord refuses', () => {
  it('holds the bot back before it is a ban, until enough of it is ten minutes old', () => {
    let now = 0;
    const refused = createRefusedRequests(() => now, 3);
    for (const status of [401, 403, 429]) {
      refused.check();
      refused.answered(status, false);
      now += MINUTE;
    }
    expect(() => refused.check()).toThrow(
      expect.objectContaining({ code: 'too-much-refused', retryable: true, retryAfterMs: 7 * MINUTE, neverSent: true }),
    );
    now = 10 * MINUTE;
    refused.check();
    refused.answered(403, false);
    expect(() => refused.check()).toThrow(expect.objectContaining({ retryAfterMs: MINUTE }));
  });

  it('counts neither what was done, nor what failed otherwise, nor limits that others used up', () => {
    const refused = createRefusedRequests(() => 0, 1);
    for (const status of [200, 204, 400, 404, 413, 500, 502]) refused.answered(status, false);
    refused.answered(429, true);
    refused.check();
  });
});
