/** Codes of Node and undici that come only where no connection was made. */
const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether it is certain that nothing was sent. */
export function neverConnected(code: string): boolean {
  return NO_CONNECTION.has(code);
}

/** What kept an engine from answering, dug out of what its client made of it; `connection-lost` where nothing says. */
export function connectionCode(error: unknown): string {
  let at: unknown = error;
  for (let depth = 0; depth < 6 && at instanceof Error; depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    at = at instanceof AggregateError && at.errors.length > 0 ? at.errors[0] : at.cause;
  }
  return 'connection-lost';
}
