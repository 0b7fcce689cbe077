import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './call-api.ts';

/** Answers stay fresh until an event says otherwise; only a missing answer is asked for again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      /* Whether the app can be reached is told by asking it, not by what the browser thinks of the network: the app is
         often on the same machine, and what cannot be sent must be said rather than wait in silence. */
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 3 && error instanceof ApiProblem && error.status === 0,
      },
    },
  });
}
