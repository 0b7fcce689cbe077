import { AdapterError } from '../requests/index.ts';

/** No room left: on the disk, or in what this user may use of it. */
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Says in our words what the file system refused. Errors that are ours already stay as they are. */
export function toFileError(adapter: string, cause: unknown): AdapterError {
  if (cause instanceof AdapterError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const systemCode = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (FULL.has(systemCode)) {
    return new AdapterError(`The disk is full: ${message}`, { adapter, code: 'disk-full', retryable: true, cause });
  }
  if (systemCode === 'ENOENT') {
    return new AdapterError(`There is no such file: ${message}`, {
      adapter,
      code: 'not-found',
      retryable: false,
      cause,
    });
  }
  return new AdapterError(message, { adapter, code: systemCode.toLowerCase() || 'failed', retryable: true, cause });
}
