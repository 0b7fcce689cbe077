import type { RequestIn, UnderReview } from '../request.ts';

/** What was looked at so far, which stays with it wherever it waits. */
export function underReview(request: RequestIn<'in-review' | 'held' | 'merged'>): UnderReview {
  const { verdict, escalated, appealOf, made, firstApproval, script, preview, still, questions } = request;
  // Whatever comes of a still that is under way finds it nowhere.
  const isThere = still && still.state !== 'asked' && still.state !== 'starting';
  return {
    ...{ verdict, escalated, appealOf, made },
    ...(firstApproval && { firstApproval }),
    ...(script && { script }),
    ...(preview && { preview }),
    ...(isThere && { still }),
    ...(questions && { questions }),
  };
}
