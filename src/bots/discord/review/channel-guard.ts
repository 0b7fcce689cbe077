import { PLACE_SHUT } from '../../../moderation/curation/review-surface.ts';
import { AdapterError, type Clock } from '../../../requests/index.ts';
import { DISCORD } from '../discord-limits.ts';
import type { Troubles } from '../troubles/keep-troubles.ts';
import { REVIEW_TROUBLES, troubleInReview } from '../troubles/trouble-of.ts';

export interface ChannelGuardDependencies {
  clock: Clock;
  troubles: Pick<Troubles, 'met' | 'over'>;
}

/** Ten thousand refusals in ten minutes are a ban: while a channel is shut, one try in this time knocks for all. */
const KNOCK_EVERY_MS = 10 * 60 * 1000;

export type ChannelGuard = <Result>(channel: string, act: () => Promise<Result>) => Promise<Result>;

/** Keeps cards back from a channel that takes none, and tells who can mend it. */
export function createChannelGuard({ clock, troubles }: ChannelGuardDependencies): ChannelGuard {
  /** Until when each channel is taken to be shut. */
  const shut = new Map<string, number>();

  return async (channel, act) => {
    const wasShut = shut.has(channel);
    const waitMs = (shut.get(channel) ?? 0) - clock().getTime();
    if (wasShut && waitMs > 0) throw shutFor(waitMs);
    // Others wait while this one knocks.
    if (wasShut) shut.set(channel, clock().getTime() + KNOCK_EVERY_MS);
    try {
      const result = await act();
      shut.delete(channel);
      troubles.over(REVIEW_TROUBLES, channel);
      return result;
    } catch (error) {
      const trouble = error instanceof AdapterError ? troubleInReview(error) : null;
      if (!trouble) {
        if (wasShut) shut.set(channel, 0);
        throw error;
      }
      shut.set(channel, clock().getTime() + KNOCK_EVERY_MS);
      troubles.met(trouble, channel);
      throw shutFor(KNOCK_EVERY_MS);
    }
  };
}

function shutFor(retryAfterMs: number): AdapterError {
  const detail = { adapter: DISCORD, code: PLACE_SHUT, retryable: true, retryAfterMs };
  return new AdapterError('The review channel takes no cards', detail);
}
