import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Shows what was answered to a deed. What is being read meanwhile may be older than that, so it is read anew. */
export function keepAnswer<Answer>(client: QueryClient, queryKey: QueryKey, answer: Answer): void {
  const reading = client.isFetching({ queryKey, exact: true }) > 0;
  client.setQueryData(queryKey, answer);
  if (reading) void client.invalidateQueries({ queryKey, exact: true });
}
