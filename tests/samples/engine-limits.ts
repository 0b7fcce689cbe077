import type { EngineLimits } from '../../src/generation/video-engine.ts';

/** What an engine can do that is told apart from others by the given alone. */
export const engineLimits = (own: Partial<EngineLimits> = {}): EngineLimits => ({
  seconds: { min: 4, max: 8, step: 2 },
  aspects: 'any',
  resolutions: [720],
  framesPerSecond: [24],
  sounds: ['none'],
  picture: true,
  remix: false,
  extension: false,
  still: false,
  lastPicture: false,
  languages: 'any',
  tolerance: { sides: 0, seconds: 0 },
  pricePerSecond: 0.1,
  concurrency: 1,
  deadlineMs: 60_000,
  idempotency: 'none',
  ...own,
});
