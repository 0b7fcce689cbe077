import type { PromptRequest, RequestStore } from '../../requests/index.ts';

/** Requests by their ids, in that order, without those that are not there. */
export async function findRequests(
  store: Pick<RequestStore, 'find'>,
  ids: readonly string[],
): Promise<PromptRequest[]> {
  const found = await Promise.all(ids.map((id) => store.find(id)));
  return found.filter((request) => request !== null);
}
