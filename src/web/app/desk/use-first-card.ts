import { useEffect, useRef } from 'react';
import type { DeskLine } from '../../api/contract.ts';

/** Where the queue and the card stand beside each other; see desk.module.css. */
const SIDE_BY_SIDE = '(min-width: 56.01rem)';

/** Whether a card is opened by itself where none is. */
export const opensFirst = () => matchMedia(SIDE_BY_SIDE).matches;

interface FirstCard {
  /** The view and its order. */
  place: string;
  /** Whether the lines are those of the place. */
  ready: boolean;
  lines: readonly DeskLine[];
  openId: string | null;
  open: (id: string) => void;
}

/**
 * Opens the first request that nobody else holds when a curator comes to a view. What arrives later is opened by the
 * curator only: opening claims it, and a desk at which nobody sits must keep no request from others.
 */
export function useFirstCard({ place, ready, lines, openId, open }: FirstCard): void {
  const came = useRef<string | null>(null);
  useEffect(() => {
    if (!ready || came.current === place) return;
    came.current = place;
    const first = lines.find(({ heldBy }) => heldBy === null || heldBy.mine);
    if (openId === null && first && opensFirst()) open(first.id);
  });
}
