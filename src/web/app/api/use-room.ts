import { useQuery } from '@tanstack/react-query';
import type { RoomInfo } from '../../api/contract.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

export function useRoom() {
  return useQuery({ queryKey: queryKeys.room, queryFn: ({ signal }) => callApi<RoomInfo>('/room', { signal }) });
}
