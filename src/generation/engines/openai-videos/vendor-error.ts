import type { AdapterError, ShotFailure } from '../../../requests/index.ts';
import * as openaiError from '../../openai-error.ts';

export const toAdapterError = (error: unknown): AdapterError =>
  openaiError.toAdapterError(error, { adapter: 'openai-videos', who: 'The engine' });

/** The engine looked at an order and will not have it; null for every other error. */
export function refusalOf(error: unknown): ShotFailure | null {
  const refusal = openaiError.refusalOf(error);
  return refusal && { kind: refusal.moderation ? 'moderation' : 'engine', message: refusal.message };
}
