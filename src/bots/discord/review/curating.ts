import type { FileStore } from '../../../files/file-store.ts';
import type { DeclineSentenceStore } from '../../../moderation/curation/decline-sentence-store.ts';
import type { ReadReviewCard } from '../../../moderation/curation/review-card.ts';
import type { ReviewDesk } from '../../../moderation/curation/review-desk.ts';
import type { ReviewQueue } from '../../../moderation/curation/review-queue.ts';
import type { TranslationStanding } from '../../../moderation/curation/translator.ts';
import type { ClipOptions, Clock, Locale, PromptRequest, RequestStore } from '../../../requests/index.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';

/** What is read from a text that a curator approves: a prompt with its options, or what is wrong with it, in words. */
export type AskedReading = { prompt: string; options: ClipOptions } | { problem: string };

/** What the servers have chosen for their curators. */
export interface CuratedServers {
  /** `nobody`: the server has chosen no curators. `permissions` as Discord writes them. */
  mayCurate(
    guildId: string,
    member: { roles: readonly string[]; permissions: string },
  ): Promise<'yes' | 'no' | 'nobody'>;
  reviewChannelOf(guildId: string): Promise<string | null>;
  /** The server whose curators see everything, also what was asked elsewhere. */
  home(): Promise<string | null>;
  /** Calls back when any of this was changed. Returns the way to stop. */
  onChanged(callback: () => void): () => void;
}

/** All that deciding by press needs. */
export interface Curating {
  desk: ReviewDesk;
  queue: ReviewQueue;
  readCard: ReadReviewCard;
  servers: CuratedServers;
  requests: Pick<RequestStore, 'find' | 'similar'>;
  sentences: Pick<DeclineSentenceStore, 'listFor'>;
  /** Where it can be had, of what was asked; it is kept, and stands on the card from then on. */
  translate: (request: PromptRequest, into: Locale) => Promise<TranslationStanding | { standing: 'failed' }>;
  clock: Clock;
  files: Pick<FileStore, 'read'>;
  guilds: GuildLookUp;
  /** A prompt and its options as they could have been posted, without the mention; read again, the same. */
  writeAsked: (prompt: string, options: ClipOptions) => string;
  readAsked: (text: string, locale: Locale) => AskedReading;
}
