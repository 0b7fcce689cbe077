import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CareView } from '../../api/contract-of-care.ts';
import { callApi } from './call-api.ts';
import { keepAnswer } from './keep-answer.ts';
import { queryKeys } from './query-keys.ts';
import { useSendOnce } from './use-send-once.ts';

/** Until it is known what somebody has chosen, they are spared the most. */
const MOST_CARE: CareView = { veil: 'all', reveal: 'while-held', silent: true, breakAfter: 0 };

export function useCare(): CareView {
  return useKeptCare() ?? MOST_CARE;
}

/** What somebody has chosen; undefined as long as that is not known. */
export function useKeptCare(): CareView | undefined {
  const { data } = useQuery({
    queryKey: queryKeys.care,
    queryFn: ({ signal }) => callApi<CareView>('/desk/care', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

/** Whether something is veiled for somebody who has chosen so. */
export function isVeiled({ veil }: CareView, grave: boolean): boolean {
  return veil === 'all' || (veil === 'grave' && grave);
}

export function useKeepCare() {
  const client = useQueryClient();
  return useSendOnce({
    mutationFn: (json: CareView) => callApi<CareView>('/desk/care', { method: 'PUT', json }),
    onSuccess: (care) => keepAnswer(client, queryKeys.care, care),
  });
}
