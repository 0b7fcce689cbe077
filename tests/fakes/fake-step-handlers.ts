import type { StepHandlers } from '../../src/queue/step-handler.ts';
import type { Approval, Asked, Change, Clip, ShotOrder, StoredFile, Verdict } from '../../src/requests/index.ts';
import { decide, receive } from '../../src/requests/index.ts';

const verdict: Verdict = { outcome: 'allow', findings: [], screenedBy: ['fake@1'] };
const file = {} as StoredFile;
const clip = { caption: 'a clip' } as Clip;
const order = { prompt: 'a paper boat', seconds: 5 } as ShotOrder;

/** An engine, a screening and a platform that answer at once: seven steps from an approval to the reply. */
export function createFakeStepHandlers(): StepHandlers {
  return {
    'screen-prompt': async () => ({ next: 'apply', event: { kind: 'prompt-screened', verdict } }),
    'draw-preview': async () => ({ next: 'apply', event: { kind: 'preview-drawn', file } }),
    'make-still': async () => ({ next: 'nothing' }),
    'start-clip': async () => ({
      next: 'apply',
      event: { kind: 'generation-started', engine: 'fake', shots: [order] },
    }),
    'start-shot': async ({ apply, work, ticket }) => {
      await apply({ kind: 'shot-intended', shot: work.shot, key: ticket.id });
      const operation = { id: ticket.id };
      return { next: 'apply', event: { kind: 'shot-started', shot: work.shot, operation, checkAfterMs: 0 } };
    },
    'check-shot': async ({ work }) => ({ next: 'apply', event: { kind: 'shot-rendered', shot: work.shot } }),
    'download-shot': async ({ work }) => ({ next: 'apply', event: { kind: 'shot-downloaded', shot: work.shot, file } }),
    'cancel-shot': async () => ({ next: 'nothing' }),
    'finish-clip': async () => ({ next: 'apply', event: { kind: 'clip-finished', clip } }),
    'screen-clip': async () => ({ next: 'apply', event: { kind: 'clip-screened', verdict } }),
    deliver: async ({ request }) => ({
      next: 'apply',
      event: { kind: 'reply-posted', reply: { ...request.post, id: `reply-${request.post.id}` } },
    }),
    'make-versions': async () => ({ next: 'nothing' }),
    'remove-reply': async () => ({ next: 'nothing' }),
  };
}

/** A new request of a member, as its first changes. */
export function newRequest(id: string, member: string, now: string): Change[] {
  const asked: Asked = {
    id,
    callId: 'standing',
    requester: { platform: 'fake', id: member, name: member },
    post: { platform: 'fake', channel: 'here', id: `post-${id}` },
    prompt: 'a paper boat sails down a rainy street',
    options: {},
    picture: null,
    parentId: null,
    trusted: false,
    locale: 'en',
    askedAt: now,
  };
  return [receive(asked, now)];
}

/** The same, screened and approved: its next step is `start-clip`. */
export function approvedRequest(id: string, member: string, now: string): Change[] {
  const changes = newRequest(id, member, now);
  const approval: Approval = { curator: 'ada', at: now, prompt: 'a paper boat', options: {}, note: null };
  for (const event of [{ kind: 'prompt-screened', verdict } as const, { kind: 'approved', approval } as const]) {
    const before = changes.at(-1);
    const decision = before && decide(before.request, event, now);
    if (!decision?.applies) throw new Error(`A new request does not take ${event.kind}`);
    changes.push({ request: decision.request, entry: decision.entry, work: decision.work });
  }
  // Only the last version's work is open; what screening it was is done.
  return changes.map((change, index) => (index === changes.length - 1 ? change : { ...change, work: [] }));
}
