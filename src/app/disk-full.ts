import type { Logger } from 'pino';

/** PGlite's file system numbers errors as WASI does (wasi-libc, `errno`), and says nothing else. */
const WASI_DISK_FULL = new Set([19, 51]);
/** Node's codes, ours, and PostgreSQL's (SQLSTATE `disk_full`). */
const CODES = new Set(['ENOSPC', 'EDQUOT', 'disk-full', '53100']);
const SAID_AT_MOST_EVERY_MS = 60_000;

/** Whether this, or what caused it, is a disk without room. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && CODES.has(String(error.code))) return true;
  if ('name' in error && error.name === 'ErrnoError' && 'errno' in error) {
    return WASI_DISK_FULL.has(Number(error.errno));
  }
  return 'cause' in error && isDiskFull(error.cause);
}

/**
 * Writes down what went wrong and is tried again. That the disk is full comes with each try, and is the operator's to
 * mend: it is said in one line a minute, without a trace.
 */
export function createErrorLog(logger: Logger): (message: string) => (error: unknown) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (message) => (error) => {
    if (!isDiskFull(error)) return logger.error({ err: error }, message);
    if (performance.now() - saidAt < SAID_AT_MOST_EVERY_MS) return;
    saidAt = performance.now();
    logger.error('The disk is full: the records cannot be written. Free some space; what waits goes on by itself');
  };
}
