import type { CallStore } from '../../../calls/call-store.ts';
import type { HouseStore } from '../../../calls/house-rules.ts';
import type { Clock, RequestStore } from '../../../requests/index.ts';
import type { Announcements } from '../../announcing/announcements.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import type { KnownPlaces } from '../hearing/known-places.ts';
import type { ServedServers } from '../servers/served-servers.ts';

/** All that `/opencall` needs. */
export interface Operating {
  rest: DiscordRest;
  servers: ServedServers;
  calls: CallStore;
  house: HouseStore;
  requests: Pick<RequestStore, 'count' | 'list'>;
  /** What the clips of each call have cost or may come to cost, in US dollars, in their order. */
  spentOn: (callIds: readonly string[]) => Promise<readonly number[]>;
  places: Pick<KnownPlaces, 'languageOf' | 'nameOf'>;
  /** Of Discord alone. */
  announcements: Announcements;
  clock: Clock;
  newId: () => string;
}
