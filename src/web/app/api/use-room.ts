import { useQuery } from '@tanstack/react-query';
import type { RoomInfo } from '../../api/contract-of-room.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

const EVERY_MS = 60_000;

export function useRoom() {
  return useQuery({
    queryKey: queryKeys.room,
    queryFn: ({ signal }) => callApi<RoomInfo>('/room', { signal }),
    // A planned call opens while one looks.
    refetchInterval: EVERY_MS,
  });
}
