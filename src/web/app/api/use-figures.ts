import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FiguresPage, FigureWindow } from '../../api/contract-of-figures.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

const READ_AGAIN_MS = 60_000;

/** How reviewing goes; for leads and operators. */
export function useFigures(window: FigureWindow) {
  return useQuery({
    queryKey: queryKeys.figures(window),
    queryFn: ({ signal }) => callApi<FiguresPage>(`/desk/figures?window=${window}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: READ_AGAIN_MS,
  });
}
