import type { Change } from './decision.ts';
import type { Instant } from './instant.ts';
import type { Asked } from './request.ts';

/** The first version of a request, with its first history entry and the screening to do. */
export function receive(asked: Asked, now: Instant): Change {
  return {
    request: { ...asked, state: 'received', version: 1, changedAt: now },
    entry: {
      requestId: asked.id,
      version: 1,
      at: now,
      from: null,
      to: 'received',
      actor: 'requester',
      event: { kind: 'asked' },
    },
    work: [{ step: 'screen-prompt' }],
  };
}
