export * from './problem.ts';
export * from './read-remix.ts';
export * from './read-request.ts';
export * from './reading-limits.ts';
export * from './write-request.ts';
