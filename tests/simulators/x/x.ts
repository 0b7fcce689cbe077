import type { Ledger } from './ledger.ts';
import type { Settings } from './settings.ts';
import type { Post, World } from './world.ts';

/** What everything in the simulator shares. */
export interface X {
  settings: Settings;
  world: World;
  ledger: Ledger;
  nextId: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** `http://127.0.0.1:…`, known when it listens. */
  origin: () => string;
  /** Tells the streams of a mention. */
  emit: (post: Post) => void;
  /** Tells whoever waits that something changed. */
  changed: () => void;
  watchers: Set<() => void>;
  tokens: Tokens;
}

/** The OAuth 2 tokens that are good now; each refresh token is good once. */
export interface Tokens {
  access: Set<string>;
  refresh: Set<string>;
  made: number;
}
