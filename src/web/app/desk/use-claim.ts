import { useEffect, useEffectEvent } from 'react';
import type { DeskCard } from '../../api/contract.ts';
import { callApi } from '../api/call-api.ts';
import { useDeskAction } from '../api/use-desk.ts';

/** How long before a claim runs out it is renewed, in milliseconds. */
const RENEW_BEFORE_MS = 30_000;

/**
 * Claims the open card while it waits for a review, renews the claim while it stays open, and lets it go when the
 * curator goes on without deciding, so that nobody is kept from it.
 */
export function useClaim(card: DeskCard | undefined): void {
  const { mutate } = useDeskAction();
  const id = card?.request.state === 'in-review' ? card.request.id : null;
  const until = card?.claim?.mine ? card.claim.until : null;
  const claim = useEffectEvent((request: string) => mutate({ id: request, act: { action: 'claim' } }));

  useEffect(() => {
    if (id === null) return;
    claim(id);
    return () => {
      // Also when the page is left; a claim that stays behind runs out by itself.
      callApi(`/desk/requests/${id}`, { method: 'POST', json: { action: 'release' } }).catch(() => undefined);
    };
  }, [id]);

  useEffect(() => {
    if (id === null || until === null) return;
    const timer = setTimeout(() => claim(id), Math.max(1000, Date.parse(until) - Date.now() - RENEW_BEFORE_MS));
    return () => clearTimeout(timer);
  }, [id, until]);
}
