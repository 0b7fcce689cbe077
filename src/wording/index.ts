export * from './decline-reasons.ts';
export * from './fill-in.ts';
export * from './say.ts';
export * from './say-fit.ts';
export * from './say-may-not-ask.ts';
export * from './say-policy.ts';
export * from './say-problems.ts';
export * from './say-status.ts';
export type * from './text.ts';
