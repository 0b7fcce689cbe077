import type { Logger } from 'pino';

/** Speaks once when something outside stops answering, and once when it is back, however often it is tried between. */
export interface Outage {
  failed(error: unknown): void;
  worked(): void;
}

export function createOutage(logger: Logger, what: string): Outage {
  let failures = 0;
  return {
    failed(error) {
      failures += 1;
      if (failures === 1) logger.warn({ error: messageOf(error) }, `${what} cannot be reached; trying again`);
    },
    worked() {
      if (failures > 0) logger.info({ failures }, `${what} is back`);
      failures = 0;
    },
  };
}

/** An error's text; a connection that was refused on all addresses has it only in its parts. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
