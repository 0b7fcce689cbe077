import type { Grants } from './grants.ts';
import type { Ledger } from './ledger.ts';
import type { Settings } from './settings.ts';
import type { Post, User, World } from './world.ts';

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
  grants: Grants;
  /** Who is signed in at X in the browser in which an app is let in. */
  atTheBrowser: User;
}
