import { z } from 'zod';
import { toInstant } from '../../requests/index.ts';
import { readSearch } from '../../results/search-words.ts';
import type { GalleryQuery } from '../pages/gallery-query.ts';
import { spanOfWeek } from '../pages/iso-week.ts';
import type { WebDependencies } from './web-dependencies.ts';

const DAY_MS = 24 * 3_600_000;
const DAYS: ReadonlyMap<string, number> = new Map([
  ['week', 7],
  ['month', 30],
]);
/** Of what words or a style find, only so many are put in order: the newest. */
const MOST_FOUND = 2000;

/** The last days, all, or a week of the calendar (UTC) as `2026-W48`. */
export const resultsWindow = z
  .string()
  .refine((window) => window === 'all' || DAYS.has(window) || spanOfWeek(window) !== null);

/** Ids of what a query of the gallery finds, in its order. */
export function createFindResults({ votes, gallery, clock }: Pick<WebDependencies, 'votes' | 'gallery' | 'clock'>) {
  /** Null: whatever there is. */
  async function among({ words, style }: GalleryQuery): Promise<string[] | null> {
    if (words === '' && style === '') return null;
    const search = words === '' ? null : readSearch(words);
    // Of signs alone nothing can be found.
    if (words !== '' && search === null) return [];
    return gallery.find({ words: search, style: style === '' ? null : style }, MOST_FOUND);
  }

  return async (query: GalleryQuery, limit: number): Promise<string[]> => {
    const { order, window, call, offset } = query;
    const found = await among(query);
    if (found?.length === 0) return [];
    const days = DAYS.get(window);
    const span = spanOfWeek(window);
    const since = days === undefined ? null : toInstant(new Date(clock().getTime() - days * DAY_MS));
    return votes.results({
      ...{ order, limit, offset },
      callId: call === '' ? null : call,
      since: span?.since ?? since,
      ...(span === null ? {} : { until: span.until }),
      ...(found === null ? {} : { among: found }),
    });
  };
}
