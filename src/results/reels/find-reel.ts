import type { RequestIn, RequestStore } from '../../requests/index.ts';
import type { Reel, ReelStore } from './reel-store.ts';

export interface FindReelDependencies {
  reels: Pick<ReelStore, 'find'>;
  requests: Pick<RequestStore, 'findMany'>;
}

/** The reel of a call, as long as each clip in it may be shown. */
export async function findReel(callId: string, dependencies: FindReelDependencies): Promise<Reel | null> {
  const reel = await dependencies.reels.find(callId);
  return reel && (await isWhole(reel, dependencies)) ? reel : null;
}

/** Whether each clip in a reel may be shown. */
export async function isWhole(
  { requestIds }: Reel,
  dependencies: Pick<FindReelDependencies, 'requests'>,
): Promise<boolean> {
  return (await findDelivered(requestIds, dependencies)).length === requestIds.length;
}

/** In the order of the ids, without those whose clip may not be shown. */
export async function findDelivered(
  ids: readonly string[],
  { requests }: Pick<FindReelDependencies, 'requests'>,
): Promise<RequestIn<'delivered'>[]> {
  return (await requests.findMany(ids)).filter((request) => request.state === 'delivered');
}
