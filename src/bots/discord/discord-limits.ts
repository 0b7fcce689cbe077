import type { PlatformLimits } from '../chat-platform.ts';

const MEBIBYTE = 1024 * 1024;

export const DISCORD = 'discord';

/** Facts of Discord's developer documentation (discord-api-docs c98d64b, 2026-08-06). */
export const DISCORD_LIMITS: PlatformLimits = {
  textLength: 2000,
  altTextLength: 1024,
  statusPosts: true,
  declinePosts: false,
  appeals: true,
  answers: true,
  // A channel takes about five messages and edits in five seconds, from all of the bot's work in it.
  editEveryMs: 5000,
  // Edits of messages older than an hour have a low limit of their own (error 30046).
  progressForMs: 55 * 60 * 1000,
  rendition: {
    maxBytes: 10 * MEBIBYTE,
    maxLongSide: 1920,
    maxShortSide: 1080,
    maxStretch: 4,
    minSeconds: 0.5,
    maxSeconds: 600,
    maxFramesPerSecond: 60,
  },
  smallerBytes: [8 * MEBIBYTE, 5 * MEBIBYTE, 2.5 * MEBIBYTE],
};

/** Largest picture that is taken in with a post. */
export const MAX_PICTURE_BYTES = 20 * MEBIBYTE;
