import { remember } from '../../../requests/index.ts';
import { type DiscordServer, type DiscordServerStore, newServer } from './discord-server.ts';
import { mayCurate, mayOperate, type ServerMember } from './member-rights.ts';

export interface ServedServersOptions {
  store: DiscordServerStore;
  /** The servers named in the configuration, the home server first; empty: none is named. */
  named: readonly string[];
}

/** Whether a server that has chosen something is served, where these are named in the configuration. */
export function isServed({ id, home }: Pick<DiscordServer, 'id' | 'home'>, named: readonly string[]): boolean {
  return named.length > 0 ? named.includes(id) : home;
}

/** Which servers this installation serves, and what each has chosen. See docs/decisions for why strangers' servers differ. */
export interface ServedServers {
  /** Whether what people ask there is taken in. */
  hears(guildId: string): boolean;
  /** Null where its members may neither set anything up nor decide anything. */
  settingsOf(guildId: string): Promise<DiscordServer | null>;
  mayCurate(guildId: string, member: ServerMember): Promise<'yes' | 'no' | 'nobody'>;
  mayOperate(guildId: string, member: ServerMember): Promise<boolean>;
  reviewChannelOf(guildId: string): Promise<string | null>;
  home(): Promise<string | null>;
  /** Whether the configuration names the servers; then nobody can make another one home. */
  readonly areNamed: boolean;
  makeHome(guildId: string): Promise<void>;
  save(server: DiscordServer): Promise<void>;
  /** All of those that are served and have chosen something. */
  served(): Promise<DiscordServer[]>;
  onChanged(callback: () => void): () => void;
}

/**
 * A bot may be added by anybody to a server of theirs, whose admins must not come to spend the operator's money. So only
 * servers that are named, or the one that the application's owner made the home server, have curators and operators.
 * Where none is named, people may ask everywhere: what they ask waits for the home server's curators.
 */
export function createServedServers({ store, named }: ServedServersOptions): ServedServers {
  /** Asked with each mention, so kept until something was set anew. */
  const { get: list, forget: readAnew } = remember(() => store.list());
  store.onNews(readAnew);
  async function home(): Promise<string | null> {
    if (named.length > 0) return named[0] ?? null;
    return (await list()).find((server) => server.home)?.id ?? null;
  }
  async function settingsOf(guildId: string): Promise<DiscordServer | null> {
    const homeId = await home();
    const served = named.length > 0 ? named.includes(guildId) : homeId === guildId;
    if (!served) return null;
    const saved = (await list()).find(({ id }) => id === guildId) ?? newServer(guildId);
    return { ...saved, home: homeId === guildId };
  }
  async function served(): Promise<DiscordServer[]> {
    const all = await Promise.all((await list()).map(({ id }) => settingsOf(id)));
    return all.filter((server) => server !== null);
  }
  async function save(server: DiscordServer): Promise<void> {
    await store.save(server);
    // Whoever saved it reads it next; the news comes a moment later.
    readAnew();
  }
  return {
    hears: (guildId) => named.length === 0 || named.includes(guildId),
    settingsOf,
    async mayCurate(guildId, member) {
      const server = await settingsOf(guildId);
      return server ? mayCurate(server, member) : 'no';
    },
    async mayOperate(guildId, member) {
      const server = await settingsOf(guildId);
      return server !== null && mayOperate(server, member);
    },
    reviewChannelOf: async (guildId) => (await settingsOf(guildId))?.reviewChannel ?? null,
    home,
    areNamed: named.length > 0,
    makeHome: async (guildId) => save({ ...((await store.find(guildId)) ?? newServer(guildId)), home: true }),
    save,
    served,
    onChanged: (callback) => store.onNews(callback),
  };
}
