import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditPage } from '../../api/contract-of-audit.ts';
import type { DeskPeople, DeskSessions } from '../../api/contract-of-desk.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';
import type { Role } from './use-invite.ts';

/** Who may come in at the desk; for leads. */
export function useDeskPeople(enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.deskPeople,
    queryFn: ({ signal }) => callApi<DeskPeople>('/desk/people', { signal }),
    enabled,
  });
}

/** Where I am signed in; for leads, where everybody is. */
export function useDeskSessions() {
  return useQuery({
    queryKey: queryKeys.deskSessions,
    queryFn: ({ signal }) => callApi<DeskSessions>('/desk/sessions', { signal }),
  });
}

/** What happened at the desk's door; for leads. */
export function useAudit() {
  return useInfiniteQuery({
    queryKey: queryKeys.audit,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      callApi<AuditPage>(`/desk/audit${pageParam === null ? '' : `?before=${pageParam}`}`, { signal }),
    getNextPageParam: (last) => last.next,
  });
}

export type PeopleAct =
  | { act: 'give-role'; name: string; role: Role }
  | { act: 'remove'; name: string }
  | { act: 'end-session'; id: string };

export function usePeopleAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: PeopleAct) => send(what),
    // Also what one may oneself may be another now.
    onSettled: () =>
      Promise.all(
        [queryKeys.deskPeople, queryKeys.deskSessions, queryKeys.audit, queryKeys.me].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

function send(what: PeopleAct): Promise<void> {
  if (what.act === 'end-session') return callApi(`/desk/sessions/${what.id}`, { method: 'DELETE' });
  const path = `/desk/people/${encodeURIComponent(what.name)}`;
  return what.act === 'remove'
    ? callApi(path, { method: 'DELETE' })
    : callApi(path, { method: 'PATCH', json: { role: what.role } });
}
