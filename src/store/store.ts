import type { DiscordServerStore } from '../bots/discord/servers/discord-server.ts';
import type { JoinStore } from '../bots/joining/join-store.ts';
import type { Leases } from '../bots/leases.ts';
import type { MemberSessionStore } from '../bots/member-session-store.ts';
import type { OwnPosts } from '../bots/own-posts.ts';
import type { RoomPosts } from '../bots/room/room-posts.ts';
import type { TroubleStore } from '../bots/troubles.ts';
import type { XLogins } from '../bots/x/x-logins.ts';
import type { XRecords } from '../bots/x/x-records.ts';
import type { CallFigures } from '../calls/call-figures.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { HouseStore } from '../calls/house-rules.ts';
import type { FileOwners } from '../files/file-owners.ts';
import type { LedgerStore } from '../generation/money/ledger-store.ts';
import type { KnownClips } from '../generation/provenance/known-clips.ts';
import type { FigureStore } from '../moderation/account/figure-store.ts';
import type { HistoryRecordStore } from '../moderation/account/history-record-store.ts';
import type { SealStore } from '../moderation/account/seal-store.ts';
import type { SeededCaseStore } from '../moderation/account/seeded-case-store.ts';
import type { AuditStore } from '../moderation/curation/audit-store.ts';
import type { CareStore } from '../moderation/curation/care-store.ts';
import type { ClaimStore } from '../moderation/curation/claim-store.ts';
import type { CuratorStore } from '../moderation/curation/curator-store.ts';
import type { DeclineSentenceStore } from '../moderation/curation/decline-sentence-store.ts';
import type { DelayedDecisionStore } from '../moderation/curation/delayed-decision-store.ts';
import type { TranslationStore } from '../moderation/curation/translation-store.ts';
import type { RefusedPictureStore } from '../moderation/screening/refused-picture-store.ts';
import type { WorkStore } from '../queue/work-store.ts';
import type { CursorStore, ForgetStore, HistoryFeed, RequestStore } from '../requests/index.ts';
import type { GalleryStore } from '../results/gallery-store.ts';
import type { ReelStore } from '../results/reels/reel-store.ts';
import type { VoteCaseStore } from '../voting/case-store.ts';
import type { DuelStore } from '../voting/duel-store.ts';
import type { VoteStore } from '../voting/vote-store.ts';
import type { WinnerStore } from '../voting/winner-store.ts';

/** Small values that all processes share, such as the key that signs cookies. */
export interface SettingStore {
  /** The value kept under the name; `make` tells it the first time, and whoever saves first wins. */
  getOrCreate(name: string, make: () => string): Promise<string>;
}

/** All records, on PGlite or on PostgreSQL. */
export interface Store {
  /** What it runs on, for the start-up lines, e.g. `PGlite in data/records`. */
  readonly description: string;
  /** Whether other processes may use the same records. */
  readonly shared: boolean;
  requests: RequestStore;
  history: HistoryFeed;
  historyRecords: HistoryRecordStore;
  seals: SealStore;
  figures: FigureStore;
  seededCases: SeededCaseStore;
  cursors: CursorStore;
  leases: Leases;
  work: WorkStore;
  ledger: LedgerStore;
  calls: CallStore;
  callFigures: CallFigures;
  house: HouseStore;
  discordServers: DiscordServerStore;
  ownPosts: OwnPosts;
  troubles: TroubleStore;
  roomPosts: RoomPosts;
  x: XRecords;
  xLogins: XLogins;
  claims: ClaimStore;
  curators: CuratorStore;
  care: CareStore;
  sentences: DeclineSentenceStore;
  audit: AuditStore;
  memberSessionStore: MemberSessionStore;
  joining: JoinStore;
  translations: TranslationStore;
  decisions: DelayedDecisionStore;
  votes: VoteStore;
  gallery: GalleryStore;
  reels: ReelStore;
  duels: DuelStore;
  voteCases: VoteCaseStore;
  winners: WinnerStore;
  knownClips: KnownClips;
  settings: SettingStore;
  forgetting: ForgetStore;
  fileOwners: FileOwners;
  refusedPictures: RefusedPictureStore;
  close(): Promise<void>;
}
