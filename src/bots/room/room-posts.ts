import type { FeedCursor, Locale, Member, StoredFile } from '../../requests/index.ts';

/** Any mention of the bot, in any case; the room writes it as Discord and X adapters do. */
export const ROOM_MENTION = /@opencall\b/i;

/** One post in the room, a visitor's or the bot's. Removed posts keep their place and lose their content. */
export interface RoomPost {
  id: string;
  author: Member;
  /** `post` for visitors; the others are the bot's. An `announcement` answers nothing, and begins a thread. */
  kind: 'post' | 'status' | 'clip' | 'answer' | 'announcement';
  text: string;
  locale: Locale;
  picture: StoredFile | null;
  video: { file: StoredFile; poster: StoredFile; altText: string } | null;
  inReplyTo: string | null;
  /** The request whose clip a visitor wants made anew: such a post has a thread of its own. Absent: none. */
  remixOf?: string;
  requestId: string | null;
  /** The bot's idempotency key; unique. */
  key: string | null;
  postedAt: string;
  editedAt: string | null;
  removed: boolean;
}

export type RoomEvent = { kind: 'posted' | 'edited' | 'removed'; post: RoomPost };

/** The room's own ledger: what Discord or X would keep for us on their side. */
export interface RoomPosts {
  /** Saves the post and its event in one transaction. With a key that is there already, returns that post instead. */
  add(post: Omit<RoomPost, 'id' | 'editedAt' | 'removed'>): Promise<RoomPost>;
  edit(
    id: string,
    changes: Partial<Pick<RoomPost, 'text' | 'picture' | 'video'>>,
    at: string,
  ): Promise<RoomPost | null>;
  remove(id: string, at: string): Promise<RoomPost | null>;
  find(id: string): Promise<RoomPost | null>;
  findByKey(key: string): Promise<RoomPost | null>;
  /** The thread of a post that answers nothing, with all that answers it, directly or not, in order. */
  thread(id: string): Promise<{ post: RoomPost; answers: RoomPost[] } | null>;
  /** Threads (visitors' posts and announcements that answer nothing), newest first, each with its answers in order. */
  threads(query: {
    before: string | null;
    limit: number;
    author: string | null;
  }): Promise<{ post: RoomPost; answers: RoomPost[] }[]>;
  /** The cursor behind the newest event of now. */
  end(): Promise<FeedCursor>;
  /** What happened in the room, in the order of the commits; see `HistoryFeed`. */
  events(after: FeedCursor, limit: number): Promise<{ events: RoomEvent[]; cursor: FeedCursor }>;
  onNews(callback: () => void): () => void;
}
