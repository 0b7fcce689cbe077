import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JoinCodeView, JoinedAccountView } from '../../api/contract-of-joining.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

/** Asks for a code; `xName`: what the other account is called on X, or empty. */
export function useJoinCode(platform: string) {
  return useMutation({
    mutationFn: (xName: string) =>
      callApi<JoinCodeView>(`/mine/${platform}/join-code`, { method: 'POST', json: xName ? { xName } : {} }),
  });
}

export function useJoin(platform: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) =>
      callApi<JoinedAccountView>(`/mine/${platform}/joined`, { method: 'POST', json: { code } }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.mine }),
  });
}

export function usePart(platform: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<undefined>(`/mine/${platform}/joined`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.mine }),
  });
}
