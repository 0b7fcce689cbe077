import { decidedBefore } from './appeal-rules.ts';
import type { Rules } from './rule.ts';
import { underReview } from './under-review.ts';

/** One clip for many who wish for the same. */
export const mergeRules: Rules<'merged' | 'unmerged' | 'fate-shared'> = {
  merged: (request, { into, curator }, now) => {
    if (request.state !== 'in-review' && request.state !== 'merged') return 'not-now';
    // What has a clip of its own is looked at for its own sake.
    if (into === request.id || request.made !== null) return 'not-now';
    if (request.state === 'merged' && request.merged.into === into) return 'already-so';
    if (curator !== null && decidedBefore(request, curator)) return 'same-curator';
    return { next: { state: 'merged', ...underReview(request), merged: { into, by: curator, at: now } } };
  },

  unmerged: (request) => {
    if (request.state !== 'merged') return 'not-now';
    return { next: { state: 'in-review', ...underReview(request) } };
  },

  'fate-shared': (request, { fate }) => {
    if (request.state !== 'merged') return 'not-now';
    const { verdict } = request;
    switch (fate.state) {
      case 'ready':
        return { next: { verdict, ...fate, approval: { ...fate.approval, note: null } }, work: [{ step: 'deliver' }] };
      case 'declined':
        return { next: { verdict, ...fate } };
      case 'blocked':
        return { next: { verdict, ...fate } };
      default:
        return fate satisfies never;
    }
  },
};
