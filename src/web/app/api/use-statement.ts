import { useQuery } from '@tanstack/react-query';
import type { StatementView } from '../../api/contract-of-statements.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

/** Why something of one's own is restricted. */
export function useStatement(requestId: string) {
  return useQuery({
    queryKey: queryKeys.statement(requestId),
    queryFn: ({ signal }) => callApi<StatementView>(`/requests/${requestId}/statement`, { signal }),
    // What can be done about it changes with an appeal, and the language with the page's.
    staleTime: 0,
  });
}
