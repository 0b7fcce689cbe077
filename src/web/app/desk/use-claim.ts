import { useEffect, useEffectEvent, useRef } from 'react';
import type { DeskCard } from '../../api/contract.ts';
import { callApi } from '../api/call-api.ts';
import { useDeskAction } from '../api/use-desk.ts';

/** How long before a claim runs out it is renewed, in milliseconds. */
const RENEW_BEFORE_MS = 30_000;
/** Whoever touched nothing for so long has left the desk, in milliseconds. */
const AWAY_MS = 4 * 60_000;

/**
 * Claims the open card while it waits for a review, renews the claim while somebody works at it, and lets it go when
 * the curator goes on without deciding, so that nobody is kept from it.
 */
export function useClaim(card: DeskCard | undefined): void {
  const { mutate } = useDeskAction();
  const id = card?.request.state === 'in-review' && card.decided === null ? card.request.id : null;
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

  const touched = useRef(0);
  useEffect(() => {
    const touch = () => {
      touched.current = Date.now();
    };
    touch();
    document.addEventListener('keydown', touch);
    document.addEventListener('pointerdown', touch);
    return () => {
      document.removeEventListener('keydown', touch);
      document.removeEventListener('pointerdown', touch);
    };
  }, []);

  useEffect(() => {
    if (id === null || until === null) return;
    const renew = () => {
      if (Date.now() - touched.current < AWAY_MS) claim(id);
    };
    const timer = setTimeout(renew, Math.max(1000, Date.parse(until) - Date.now() - RENEW_BEFORE_MS));
    return () => clearTimeout(timer);
  }, [id, until]);
}
