import { useSearchParams } from 'react-router';
import type { DeskOrder, DeskView } from '../api/query-keys.ts';

export const VIEWS = ['waiting', 'attention', 'held', 'decided'] as const;
export const ORDERS = ['oldest', 'newest', 'most-wanted'] as const;

/** Where one is at the desk, kept in the address: the view, its order and the open request. */
export function useDeskPlace() {
  const [search, setSearch] = useSearchParams();
  const view: DeskView = VIEWS.find((one) => one === search.get('view')) ?? 'waiting';
  const order: DeskOrder =
    ORDERS.find((one) => one === search.get('order')) ?? (view === 'decided' ? 'newest' : 'oldest');
  const go = (next: Record<string, string | null>) =>
    setSearch(
      (now) => {
        const changed = new URLSearchParams(now);
        for (const [name, value] of Object.entries(next)) {
          if (value === null) changed.delete(name);
          else changed.set(name, value);
        }
        return changed;
      },
      { replace: true },
    );
  return {
    view,
    order,
    requestId: search.get('request'),
    showView: (next: DeskView) => go({ view: next, order: null, request: null }),
    showOrder: (next: DeskOrder) => go({ order: next, request: null }),
    open: (id: string | null) => go({ request: id }),
  };
}
