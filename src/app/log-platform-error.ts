import type { Logger } from 'pino';
import { AdapterError } from '../requests/index.ts';

/**
 * Writes down what went wrong at a platform. That it is out of reach or busy for a while comes with each try: a line says
 * it, and a trace would help nobody. What may be a bug comes with its trace.
 */
export function logPlatformError(logger: Logger, platform: string): (error: unknown) => void {
  return (error) => {
    if (error instanceof AdapterError && error.retryable) {
      logger.warn({ code: error.code }, `${error.message}; it is tried again`);
    } else logger.error({ err: error }, `Something went wrong at ${platform}; what may be tried again is`);
  };
}
