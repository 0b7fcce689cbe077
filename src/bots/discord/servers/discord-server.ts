/** What a Discord server has chosen. Roles, channels and the server itself by their Discord ids. */
export interface DiscordServer {
  id: string;
  /** As people call it, so that it can be spoken of when the bot is not in it any more. Untrusted text. */
  name: string;
  /** Whether its curators see everything, also what was asked elsewhere. One server at most. */
  home: boolean;
  /** Where cards for its curators are posted; null: none. */
  reviewChannel: string | null;
  /** Where its calls are announced; null: nowhere. */
  announceChannel: string | null;
  /** See everything at the desk, and decide nothing. */
  viewerRoles: string[];
  curatorRoles: string[];
  /** Curators who also bring in others at the desk. */
  leadRoles: string[];
  operatorRoles: string[];
  /** First in line, and allowed more. */
  trustedRoles: string[];
  /** Not answered but for why. */
  blockedRoles: string[];
}

/** As a server stands before anybody has set anything up in it. */
export function newServer(id: string): DiscordServer {
  const desk = { viewerRoles: [], curatorRoles: [], leadRoles: [], operatorRoles: [] };
  const members = { trustedRoles: [], blockedRoles: [] };
  return { id, name: '', home: false, reviewChannel: null, announceChannel: null, ...desk, ...members };
}

export interface DiscordServerStore {
  find(id: string): Promise<DiscordServer | null>;
  /** A server saved as home takes that from the one that was. */
  save(server: DiscordServer): Promise<void>;
  list(): Promise<DiscordServer[]>;
  /** Calls back when a server was saved, in whichever process. Returns the way to stop. */
  onNews(callback: () => void): () => void;
}
