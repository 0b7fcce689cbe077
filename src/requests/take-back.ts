import { type AdvanceDependencies, advance } from './advance.ts';
import type { PromptRequest, RequestState } from './request.ts';

/** On its requester's wish: withdraws what is open, takes down what was delivered. Whether it was there and is not now. */
export async function takeBack(dependencies: AdvanceDependencies, request: PromptRequest): Promise<boolean> {
  const withdrawn = await advance(dependencies, request, { kind: 'withdrawn', by: 'requester' });
  if (withdrawn.applies) return true;
  const down = await advance(dependencies, request, { kind: 'taken-down', by: 'requester', reason: 'withdrawn' });
  if (down.applies) return true;
  // Somebody else may have done the same just now.
  return isBack(down.state) && !isBack(request.state);
}

const isBack = (state: RequestState) => state === 'withdrawn' || state === 'removed';
