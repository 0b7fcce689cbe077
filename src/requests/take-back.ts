import { type AdvanceDependencies, advance } from './advance.ts';
import type { PromptRequest } from './request.ts';

/** On its requester's wish: withdraws what is open, takes down what was delivered. Whether that changed anything. */
export async function takeBack(dependencies: AdvanceDependencies, request: PromptRequest): Promise<boolean> {
  const withdrawn = await advance(dependencies, request, { kind: 'withdrawn', by: 'requester' });
  if (withdrawn.applies) return true;
  const down = { kind: 'taken-down', by: 'requester', reason: 'withdrawn' } as const;
  return (await advance(dependencies, request, down)).applies;
}
