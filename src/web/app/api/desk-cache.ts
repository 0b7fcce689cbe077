import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { DeskLine, DeskPage } from '../../api/contract.ts';
import type { DeskClaims } from '../../api/contract-of-decisions.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

export type LoadedDesk = InfiniteData<DeskPage, string>;

/** Longer lines than this are not read again for each piece of news: what is told is changed in them. */
const READ_AGAIN_PAGES = 2;

/** Reads the desk again as far as that is cheap, and who holds what in any case. */
export async function refreshDesk(client: QueryClient): Promise<void> {
  const isLong = (data: unknown) => ((data as LoadedDesk | undefined)?.pages.length ?? 0) > READ_AGAIN_PAGES;
  await Promise.all([
    client.invalidateQueries({ queryKey: queryKeys.everyDeskPage, predicate: ({ state }) => !isLong(state.data) }),
    client.invalidateQueries({ queryKey: queryKeys.deskCounts }),
    client.invalidateQueries({ queryKey: queryKeys.everyDeskCard }),
    client.invalidateQueries({ queryKey: queryKeys.decisions }),
    client.invalidateQueries({ queryKey: queryKeys.seeded }),
    tellClaims(client),
  ]);
}

/** Who holds what is read as a whole: it is no more than there are curators. */
async function tellClaims(client: QueryClient): Promise<void> {
  if (client.getQueriesData({ queryKey: queryKeys.everyDeskPage }).length === 0) return;
  const { claims } = await callApi<DeskClaims>('/desk/claims');
  const holds = new Map(claims.map((claim) => [claim.requestId, claim]));
  changeLines(client, (line) => {
    const { curator, mine } = holds.get(line.id) ?? {};
    if (line.heldBy?.curator === curator) return line;
    return { ...line, heldBy: curator === undefined ? null : { curator, mine: mine ?? false } };
  });
}

/** Takes a request that waits no more out of what waits. */
export function dropLine(client: QueryClient, id: string): void {
  for (const [key, data] of client.getQueriesData<LoadedDesk>({ queryKey: queryKeys.everyDeskPage })) {
    if (key[2] !== 'waiting' || !data?.pages.some((page) => page.lines.some((line) => line.id === id))) continue;
    client.setQueryData<LoadedDesk>(key, {
      ...data,
      pages: data.pages.map((page) => ({ ...page, lines: page.lines.filter((line) => line.id !== id) })),
    });
  }
}

function changeLines(client: QueryClient, change: (line: DeskLine) => DeskLine): void {
  client.setQueriesData<LoadedDesk>({ queryKey: queryKeys.everyDeskPage }, (data) => {
    if (!data) return data;
    let changed = false;
    const pages = data.pages.map((page) => {
      const lines = page.lines.map((line) => {
        const next = change(line);
        changed ||= next !== line;
        return next;
      });
      return { ...page, lines };
    });
    return changed ? { ...data, pages } : data;
  });
}
