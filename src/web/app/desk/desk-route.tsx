import { usePrefetchInfiniteQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { deskQuery } from '../api/use-desk.ts';
import { useDeskPlace } from './use-desk-place.ts';
import { opensFirst } from './use-first-card.ts';

const DeskPage = lazy(async () => ({ default: (await import('./desk-page.tsx')).DeskPage }));

/** What waits is asked for while the code of the desk comes, and who asks is looked up. */
export function DeskRoute() {
  const { view, order, requestId } = useDeskPlace();
  usePrefetchInfiniteQuery(deskQuery(view, order, requestId === null && opensFirst()));
  return <DeskPage />;
}
