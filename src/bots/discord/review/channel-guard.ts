import { PLACE_SHUT } from '../../../moderation/curation/review-surface.ts';
import { AdapterError, type Clock } from '../../../requests/index.ts';
import { DISCORD } from '../discord-limits.ts';

export interface ChannelGuardDependencies {
  clock: Clock;
  /** Told once of each trouble in each channel, until it is over there. */
  tell: (advice: string, place: string) => void;
}

/** What a server's admin can mend, with what to do about it. */
const ADVICE: Readonly<Record<string, string>> = {
  'unknown-channel': 'The review channel is gone; choose another with /opencall setup. Nothing that waits is lost',
  'unknown-server': 'The bot is no longer in the server of the review channel; choose another with /opencall setup',
  'no-access':
    'The bot cannot see the review channel any more; give it the permission back. Nothing that waits is lost',
  'no-permission':
    'The bot may not write in the review channel any more; give it the permission back. Nothing that waits is lost',
};

/** Ten thousand refusals in ten minutes are a ban: while a channel is shut, one try in this time knocks for all. */
const KNOCK_EVERY_MS = 10 * 60 * 1000;

export type ChannelGuard = <Result>(channel: string, act: () => Promise<Result>) => Promise<Result>;

/** Keeps cards back from a channel that takes none, and tells who can mend it. */
export function createChannelGuard({ clock, tell }: ChannelGuardDependencies): ChannelGuard {
  const shut = new Map<string, { code: string; until: number }>();

  return async (channel, act) => {
    const before = shut.get(channel);
    const waitMs = before ? before.until - clock().getTime() : 0;
    if (before && waitMs > 0) throw shutFor(waitMs);
    // Others wait while this one knocks.
    if (before) shut.set(channel, { ...before, until: clock().getTime() + KNOCK_EVERY_MS });
    try {
      const result = await act();
      shut.delete(channel);
      return result;
    } catch (error) {
      const code = error instanceof AdapterError ? error.code : '';
      const advice = ADVICE[code];
      if (!advice) {
        if (before) shut.set(channel, { ...before, until: 0 });
        throw error;
      }
      shut.set(channel, { code, until: clock().getTime() + KNOCK_EVERY_MS });
      if (before?.code !== code) tell(advice, channel);
      throw shutFor(KNOCK_EVERY_MS);
    }
  };
}

function shutFor(retryAfterMs: number): AdapterError {
  const detail = { adapter: DISCORD, code: PLACE_SHUT, retryable: true, retryAfterMs };
  return new AdapterError('The review channel takes no cards', detail);
}
