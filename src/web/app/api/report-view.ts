import { callApi } from './call-api.ts';

/** Says that this visitor saw a clip. A miss costs the ranking one viewer and nobody anything, so it is let go. */
export function reportView(requestId: string): void {
  callApi<undefined>(`/clips/${requestId}/view`, { method: 'POST' }).catch(() => undefined);
}
