import type { Rules } from './rule.ts';

/** From the shots on our disk to the reply. */
export const deliveryRules: Rules<
  'clip-finished' | 'clip-screened' | 'clip-released' | 'clip-blocked' | 'reply-posted' | 'clip-versions-made'
> = {
  'clip-finished': (request, { clip }) => {
    if (request.state !== 'finishing') return 'not-now';
    if (request.clip) return 'already-so';
    const { verdict, approval, engine, shots } = request;
    return {
      next: { state: 'finishing', verdict, approval, engine, shots, clip, clipVerdict: null },
      work: [{ step: 'screen-clip' }],
    };
  },

  'clip-screened': (request, { verdict: clipVerdict }) => {
    if (request.state !== 'finishing' || !request.clip) return 'not-now';
    if (request.clipVerdict) return 'already-so';
    const { verdict, approval, engine, shots, clip } = request;
    switch (clipVerdict.outcome) {
      case 'allow':
        return { next: { state: 'ready', verdict, approval, clip }, work: [{ step: 'deliver' }] };
      case 'refuse':
        return { next: { state: 'blocked', verdict, approval, clip, clipVerdict } };
      case 'review':
        return { next: { state: 'finishing', verdict, approval, engine, shots, clip, clipVerdict } };
      default:
        return clipVerdict.outcome satisfies never;
    }
  },

  'clip-released': (request, { curator }) => {
    if (request.state !== 'finishing' || !request.clip || !request.clipVerdict) return 'not-now';
    const { verdict, approval, engine, shots, clip, clipVerdict, firstRelease } = request;
    if (firstRelease === curator) return 'same-curator';
    if (clipVerdict.approvals === 2 && firstRelease === undefined) {
      return {
        next: { state: 'finishing', verdict, approval, engine, shots, clip, clipVerdict, firstRelease: curator },
      };
    }
    return { next: { state: 'ready', verdict, approval, clip }, work: [{ step: 'deliver' }] };
  },

  'clip-blocked': (request, { curator }) => {
    if (request.state !== 'finishing' || !request.clip || !request.clipVerdict) return 'not-now';
    const { verdict, approval, clip, clipVerdict } = request;
    return { next: { state: 'blocked', verdict, approval, clip, clipVerdict, blockedBy: curator } };
  },

  'reply-posted': (request, { reply }, now) => {
    if (request.state !== 'ready') return 'not-now';
    const { verdict, approval, clip } = request;
    // Nobody waits for these: the reply is out. Of a clip that many share they are made once.
    const work = request.merged ? [] : [{ step: 'make-versions' as const }];
    return { next: { state: 'delivered', verdict, approval, clip, reply, deliveredAt: now }, work };
  },

  'clip-versions-made': (request, { web, preview }) => {
    if (request.state !== 'delivered') return 'not-now';
    if (request.clip.preview) return 'already-so';
    const { verdict, approval, reply, deliveredAt, reports } = request;
    const clip = { ...request.clip, preview, ...(web ? { web } : {}) };
    const rest = reports ? { reports } : {};
    return { next: { state: 'delivered', verdict, approval, clip, reply, deliveredAt, ...rest } };
  },
};
