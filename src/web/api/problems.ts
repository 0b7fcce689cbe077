import type { InterfaceKey } from '../../wording/say-interface.ts';

/** Each error of the interface with its HTTP status; its sentences are in the wording under the same name. */
export const PROBLEMS = {
  'not-readable': 400,
  invalid: 400,
  'text-empty': 400,
  'text-too-long': 400,
  'name-empty': 400,
  'name-too-long': 400,
  'name-taken-by-bot': 400,
  'curator-name': 400,
  'unreadable-script': 400,
  'no-such-post': 400,
  'one-picture': 400,
  'sign-in-needed': 401,
  'sign-in-link-spent': 401,
  'foreign-page': 403,
  'not-yours': 403,
  'own-request': 403,
  'not-found': 404,
  'not-open-for-votes': 409,
  'appealed-before': 409,
  'not-to-appeal': 409,
  'body-too-large': 413,
  'picture-too-large': 413,
  'picture-too-many-pixels': 413,
  'picture-not-readable': 415,
  'wrong-type': 415,
  'not-in-file': 416,
  'unknown-host': 421,
  'too-many': 429,
  'too-many-open': 429,
  internal: 500,
  unavailable: 503,
  'storage-full': 507,
} as const satisfies Partial<Record<InterfaceKey, number>>;

export type ProblemCode = keyof typeof PROBLEMS;
