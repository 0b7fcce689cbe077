import type { PromptRequest, RequestState } from '../request.ts';

const OPEN_FOR_SUPPORT: readonly RequestState[] = ['in-review', 'approved'];

/** Whether members may say now that they want it too, before it is made. */
export function canBeSupported({ state }: Pick<PromptRequest, 'state'>): boolean {
  return OPEN_FOR_SUPPORT.includes(state);
}
