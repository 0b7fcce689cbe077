import type { PlatformLimits } from '../chat-platform.ts';

const MEBIBYTE = 1024 * 1024;

export const X = 'x';

/** Facts of docs.x.com (August 2026): "Media best practices", "Counting characters", "Create post". */
export const X_LIMITS: PlatformLimits = {
  textLength: 280,
  altTextLength: 1000,
  // One reply to a mention is all that X allows.
  statusPosts: false,
  declinePosts: false,
  appeals: false,
  answers: false,
  editEveryMs: 0,
  progressForMs: 0,
  rendition: {
    maxBytes: 512 * MEBIBYTE,
    maxLongSide: 1280,
    // 1280×1024 is the most, and its longer side the upper one of an upright clip.
    maxShortSide: 720,
    maxStretch: 3,
    minSeconds: 0.5,
    maxSeconds: 140,
    maxFramesPerSecond: 60,
  },
  smallerBytes: [128 * MEBIBYTE, 32 * MEBIBYTE, 8 * MEBIBYTE],
};

/** Where X keeps the pictures of posts. */
export const PICTURE_HOSTS = ['pbs.twimg.com'];
/** Largest picture that is taken in with a post. */
export const MAX_PICTURE_BYTES = 20 * MEBIBYTE;
