import type { Operation, Shot } from '../../requests/index.ts';
import type { VideoEngine } from '../video-engine.ts';

export type Reconciled =
  /** Asking again with the same key is safe. */
  { outcome: 'same-key' } | { outcome: 'adopt'; operation: Operation } | { outcome: 'uncertain'; why: string };

/** Settles a start whose answer was lost, without ever starting a second operation by itself. */
export async function reconcileStart(
  engine: VideoEngine,
  shot: Extract<Shot, { state: 'starting' }>,
): Promise<Reconciled> {
  switch (engine.limits.idempotency) {
    case 'key':
      return { outcome: 'same-key' };
    case 'none':
      return { outcome: 'uncertain', why: `${engine.id} cannot tell what it was asked for` };
    case 'list': {
      const running = await engine.find(shot.intendedAt);
      const ours = running
        .filter((each) => each.prompt === shot.order.prompt)
        .sort((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? ''));
      const oldest = ours[0];
      if (oldest) return { outcome: 'adopt', operation: oldest.operation };
      return { outcome: 'uncertain', why: `${engine.id} does not list it, and may have been asked` };
    }
    default:
      return engine.limits.idempotency satisfies never;
  }
}
