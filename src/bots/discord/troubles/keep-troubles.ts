import { AdapterError, type Clock, createTurns, remember, toInstant } from '../../../requests/index.ts';
import type { Trouble, TroubleKind, TroubleStore } from '../../troubles.ts';
import { DISCORD } from '../discord-limits.ts';
import type { KnownPlaces } from '../hearing/known-places.ts';
import type { ServedServers } from '../servers/served-servers.ts';
import type { TellPeople } from './tell-people.ts';
import { REVIEW_TROUBLES } from './trouble-of.ts';

export interface TroublesDependencies {
  store: TroubleStore;
  places: Pick<KnownPlaces, 'nameOf'>;
  servers: Pick<ServedServers, 'served' | 'onChanged'>;
  tellPeople: TellPeople;
  /** Writes it into the operator's log. */
  log: (trouble: Trouble) => void;
  clock: Clock;
  onError: (error: unknown) => void;
}

/** The whole of Discord, as a place. */
export const EVERYWHERE = '';

/** Troubles that an admin or the operator must mend. Nobody waits for what is said of them. */
export interface Troubles {
  /** It is there: people are told, unless they were. `placeName` where Discord tells it no more. */
  met(kind: TroubleKind, place: string, placeName?: string): void;
  /** It cannot be there (any more). */
  over(kinds: readonly TroubleKind[], place: string): void;
  close(): void;
}

/** Tells people of each trouble once, and again only when it was over in between. */
export function createTroubles(dependencies: TroublesDependencies): Troubles {
  const { store, places, servers, tellPeople, log, clock, onError } = dependencies;
  /** Asked with each post, so kept until one began or ended. */
  const { get: list, forget: readAnew } = remember(() => store.list());
  /** What is said of one trouble is done in order. */
  const turns = createTurns();

  const stopNews = store.onNews(readAnew);
  const stopServers = servers.onChanged(() => void forgetFormerChoices().catch(onError));

  async function standing(kinds: readonly TroubleKind[], place: string): Promise<Trouble[]> {
    const all = await list();
    return all.filter((each) => each.platform === DISCORD && each.place === place && kinds.includes(each.kind));
  }

  async function meet(kind: TroubleKind, place: string, formerName: string): Promise<void> {
    if ((await standing([kind], place)).some(({ told }) => told)) return;
    const placeName = places.nameOf(place) ?? (formerName || place);
    const begun = { platform: DISCORD, kind, place, placeName, since: toInstant(clock()) };
    const { fresh, trouble } = await store.begin(begun);
    // What we did ourselves we know before its news comes: an end that follows at once must find it.
    readAnew();
    if (fresh) log(trouble);
    // Where nobody could be told just now, whoever meets it next tries again.
    if (!trouble.told && (await tellPeople(trouble)) !== 'not-now') await store.told(trouble);
    readAnew();
  }

  async function end(kinds: readonly TroubleKind[], place: string): Promise<void> {
    for (const trouble of await standing(kinds, place)) await store.end(trouble);
    readAnew();
  }

  /** Nothing is wrong with a channel in which no cards are wanted any more, nor with a server that is not served. */
  async function forgetFormerChoices(): Promise<void> {
    const served = await servers.served();
    const wanted = new Set(served.flatMap(({ id, reviewChannel }) => [id, reviewChannel]));
    const chosen: readonly TroubleKind[] = [...REVIEW_TROUBLES, 'thrown-out'];
    for (const { kind, place } of await list()) {
      if (chosen.includes(kind) && !wanted.has(place)) inOrder(place, () => end(chosen, place));
    }
  }

  function inOrder(place: string, act: () => Promise<void>): void {
    turns.take(place, act).catch((error: unknown) => {
      // What cannot be told over Discord stands at the desk.
      if (!(error instanceof AdapterError)) onError(error);
    });
  }

  return {
    met: (kind, place, placeName = '') => inOrder(place, () => meet(kind, place, placeName)),
    over: (kinds, place) => inOrder(place, () => end(kinds, place)),
    close() {
      stopNews();
      stopServers();
    },
  };
}
