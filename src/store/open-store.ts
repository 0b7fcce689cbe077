import { createFigureStore } from './account/create-figure-store.ts';
import { createHistoryRecordStore } from './account/create-history-record-store.ts';
import { createSealStore } from './account/create-seal-store.ts';
import { createSeededCaseStore } from './account/create-seeded-case-store.ts';
import { createAuditStore } from './create-audit-store.ts';
import { createCallFigures } from './create-call-figures.ts';
import { createCallStore } from './create-call-store.ts';
import { createCareStore } from './create-care-store.ts';
import { createClaimStore } from './create-claim-store.ts';
import { createCuratorStore } from './create-curator-store.ts';
import { createCursorStore } from './create-cursor-store.ts';
import { createDeclineSentenceStore } from './create-decline-sentence-store.ts';
import { createDelayedDecisionStore } from './create-delayed-decision-store.ts';
import { createDiscordServerStore } from './create-discord-server-store.ts';
import { createFileOwners } from './create-file-owners.ts';
import { createForgetStore } from './create-forget-store.ts';
import { createGalleryStore } from './create-gallery-store.ts';
import { createHouseStore } from './create-house-store.ts';
import { createJoinStore } from './create-join-store.ts';
import { createKnownClips } from './create-known-clips.ts';
import { createLeases } from './create-leases.ts';
import { createLedgerStore } from './create-ledger-store.ts';
import { createMemberSessionStore } from './create-member-session-store.ts';
import { createOwnPosts } from './create-own-posts.ts';
import { createReelStore } from './create-reel-store.ts';
import { createRefusedPictureStore } from './create-refused-picture-store.ts';
import { createSettingStore } from './create-setting-store.ts';
import { createTranslationStore } from './create-translation-store.ts';
import { createTroubleStore } from './create-trouble-store.ts';
import { createXLogins } from './create-x-logins.ts';
import { createXRecords } from './create-x-records.ts';
import { openEmbedded } from './open-embedded.ts';
import { openPostgres } from './open-postgres.ts';
import type { OpenRecords } from './open-records.ts';
import { createHistoryFeed } from './requests/create-history-feed.ts';
import { createRequestStore } from './requests/create-request-store.ts';
import { startMarking } from './requests/mark-prompts.ts';
import { createRoomPosts } from './room/create-room-posts.ts';
import type { Store } from './store.ts';
import { createCaseStore } from './voting/create-case-store.ts';
import { createDuelStore } from './voting/create-duel-store.ts';
import { createVoteStore } from './voting/create-vote-store.ts';
import { createWinnerStore } from './voting/create-winner-store.ts';
import { type AwakeEmbedded, wakeEmbedded } from './wake-embedded.ts';
import { createWorkStore } from './work/create-work-store.ts';

export interface StoreOptions {
  /** PostgreSQL's address; null: PGlite in `directory`. */
  databaseUrl: string | null;
  /** The data folder. PGlite's files lie in its `records`, and it is locked for this process. */
  directory: string;
  /** PGlite, where whoever starts the app has woken it already. */
  embedded?: Promise<AwakeEmbedded> | undefined;
  /** What a like on X counts for in the results, as part of a vote; absent: nothing. */
  likeWeight?: number;
}

/** Opens the records and brings their tables up to date. Throws `StoreUnavailable` for what its user can put right. */
export async function openStore({ databaseUrl, directory, embedded, likeWeight = 0 }: StoreOptions): Promise<Store> {
  if (databaseUrl !== null) return storeOn(await openPostgres(databaseUrl), likeWeight);
  return storeOn(await openEmbedded(await (embedded ?? wakeEmbedded(directory))), likeWeight);
}

export function storeOn({ description, shared, records, news, close }: OpenRecords, likeWeight: number): Store {
  const stopMarking = startMarking(records);
  return {
    description,
    shared,
    requests: createRequestStore(records, news),
    history: createHistoryFeed(records, news),
    historyRecords: createHistoryRecordStore(records),
    seals: createSealStore(records),
    figures: createFigureStore(records),
    seededCases: createSeededCaseStore(records),
    cursors: createCursorStore(records),
    leases: createLeases(records),
    work: createWorkStore(records, news),
    ledger: createLedgerStore(records),
    calls: createCallStore(records, news),
    callFigures: createCallFigures(records),
    house: createHouseStore(records, news),
    discordServers: createDiscordServerStore(records, news),
    ownPosts: createOwnPosts(records),
    troubles: createTroubleStore(records, news),
    roomPosts: createRoomPosts(records, news),
    x: createXRecords(records),
    xLogins: createXLogins(records),
    claims: createClaimStore(records, news),
    curators: createCuratorStore(records),
    care: createCareStore(records),
    sentences: createDeclineSentenceStore(records),
    audit: createAuditStore(records),
    memberSessionStore: createMemberSessionStore(records),
    joining: createJoinStore(records),
    translations: createTranslationStore(records, news),
    decisions: createDelayedDecisionStore(records, news),
    votes: createVoteStore(records, { likeWeight }),
    gallery: createGalleryStore(records),
    reels: createReelStore(records),
    duels: createDuelStore(records),
    voteCases: createCaseStore(records),
    winners: createWinnerStore(records),
    knownClips: createKnownClips(records),
    settings: createSettingStore(records),
    forgetting: createForgetStore(records, news),
    fileOwners: createFileOwners(records),
    refusedPictures: createRefusedPictureStore(records),
    async close() {
      await stopMarking();
      await close();
    },
  };
}
