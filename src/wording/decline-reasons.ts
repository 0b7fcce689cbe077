/** Why a curator may decline a request. What the requester is told stands under `decline-<reason>`. */
export const DECLINE_REASONS = [
  'off-topic',
  'too-similar',
  'cannot-be-made-well',
  'not-now',
  'quota',
  'rights',
  'rules',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
