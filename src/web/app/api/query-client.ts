import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './call-api.ts';

/** Answers stay fresh until an event says otherwise; only a missing answer is asked for again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 3 && error instanceof ApiProblem && error.status === 0,
      },
    },
  });
}
