import type { Readable } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import type { AccountSignIn } from '../../bots/account-sign-in.ts';
import type { Announcements } from '../../bots/announcing/announcements.ts';
import type { JoinStore } from '../../bots/joining/join-store.ts';
import type { MemberSessionStore } from '../../bots/member-session-store.ts';
import type { RoomPosts } from '../../bots/room/room-posts.ts';
import type { TroubleStore } from '../../bots/troubles.ts';
import type { XRecords } from '../../bots/x/x-records.ts';
import type { CallFigures } from '../../calls/call-figures.ts';
import type { CallStore } from '../../calls/call-store.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { EnginesFor } from '../../generation/engines-for.ts';
import type { LedgerStore } from '../../generation/money/ledger-store.ts';
import type { Purse } from '../../generation/money/purse.ts';
import type { PlannedEngines } from '../../generation/plan-clip.ts';
import type { VerifyFile } from '../../generation/provenance/verify-file.ts';
import type { Credentials } from '../../media/media-tools.ts';
import type { FigureStore } from '../../moderation/account/figure-store.ts';
import type { HistoryRecordStore } from '../../moderation/account/history-record-store.ts';
import type { SeededCaseStore } from '../../moderation/account/seeded-case-store.ts';
import type { AuditStore } from '../../moderation/curation/audit-store.ts';
import type { CareStore } from '../../moderation/curation/care-store.ts';
import type { ClaimStore } from '../../moderation/curation/claim-store.ts';
import type { DelayedDesk } from '../../moderation/curation/create-delayed-desk.ts';
import type { CuratorStore } from '../../moderation/curation/curator-store.ts';
import type { DeclineSentenceStore } from '../../moderation/curation/decline-sentence-store.ts';
import type { DelayedDecisionStore } from '../../moderation/curation/delayed-decision-store.ts';
import type { TranslationStore } from '../../moderation/curation/translation-store.ts';
import type { Translator } from '../../moderation/curation/translator.ts';
import type { ReadStrikes } from '../../moderation/strikes/read-strikes.ts';
import type { Clock, ForgetStore, HistoryFeed, RequestStore, StoredFile } from '../../requests/index.ts';
import type { GalleryStore } from '../../results/gallery-store.ts';
import type { ReelStore } from '../../results/reels/reel-store.ts';
import type { VoteCaseStore } from '../../voting/case-store.ts';
import type { DuelStore } from '../../voting/duel-store.ts';
import type { VoteLimits } from '../../voting/may-vote.ts';
import type { VoteStore } from '../../voting/vote-store.ts';
import type { WinnerStore } from '../../voting/winner-store.ts';
import type { RateLimits } from './limit-rates.ts';

/** Takes a picture in: reads no more than `maxBytes`, checks it before decoding, and keeps it re-encoded. */
export type TakeInPicture = (
  stream: Readable,
  limits: { maxBytes: number },
) => Promise<
  | { outcome: 'taken'; file: StoredFile }
  | { outcome: 'rejected'; reason: 'too-large' | 'too-many-pixels' | 'not-a-picture' }
>;

/** Draws the picture of a clip as small as it is shown among others (WebP, at most 5 kB where that can be). */
export type DrawThumbnail = (poster: StoredFile) => Promise<Buffer>;

/** Draws the picture that other sites show of a clip (JPEG, 1200 by 630): its poster and its words. */
export type DrawSharePicture = (picture: { poster: StoredFile; caption: string }) => Promise<Buffer>;

/** Reads what a file of ours says of itself; null where it says nothing. */
export type ReadCredentials = (file: StoredFile) => Promise<Credentials | null>;

/** How the bot is on X, as its operator has set it. */
export interface XStanding {
  /** US dollars a day (UTC), and where reading stops before that. */
  limitUsd: number;
  readingStopsAtUsd: number;
  /** Whether X has approved replies made by AI. */
  approved: boolean;
}

/** All that the HTTP interface stands on. */
export interface WebDependencies {
  requests: RequestStore;
  /** Whether people can be asked something back on a platform (its id). */
  asksBack: (platform: string) => boolean;
  history: HistoryFeed;
  historyRecords: HistoryRecordStore;
  figures: FigureStore;
  seededCases: Pick<SeededCaseStore, 'untold' | 'told'>;
  roomPosts: RoomPosts;
  claims: ClaimStore;
  curators: CuratorStore;
  care: CareStore;
  sentences: DeclineSentenceStore;
  audit: AuditStore;
  translations: Pick<TranslationStore, 'find' | 'keep'>;
  /** Translates prompts for curators; null where nobody does. */
  translator: Translator | null;
  memberSessionStore: MemberSessionStore;
  joining: JoinStore;
  votes: VoteStore;
  gallery: Pick<GalleryStore, 'find' | 'styles' | 'family'>;
  reels: Pick<ReelStore, 'find'>;
  duels: DuelStore;
  forgetting: Pick<ForgetStore, 'ask' | 'heldOf' | 'waiting'>;
  voteCases: Pick<VoteCaseStore, 'list' | 'settle'>;
  voteLimits: VoteLimits;
  winners: Pick<WinnerStore, 'of'>;
  troubles: Pick<TroubleStore, 'list'>;
  calls: CallStore;
  callFigures: CallFigures;
  files: Pick<FileStore, 'read' | 'stat'>;
  desk: DelayedDesk;
  decisions: Pick<DelayedDecisionStore, 'all' | 'onNews'>;
  takeInPicture: TakeInPicture;
  drawThumbnail: DrawThumbnail;
  drawSharePicture: DrawSharePicture;
  readCredentials: ReadCredentials;
  /** Tells where a stranger's video comes from. */
  verifyFile: VerifyFile;
  /** All that can be chosen for a call; the first where nothing is chosen. */
  engines: PlannedEngines;
  /** US dollars for a still; null where no image model makes any. */
  stillUsd: number | null;
  enginesFor: EnginesFor;
  /** Where people can ask. */
  platformIds: readonly string[];
  ledger: LedgerStore;
  xRecords: Pick<XRecords, 'spendingOn' | 'likesOf'>;
  /** How the bot is on X; null: it is not. */
  x: XStanding | null;
  /** Says to everybody what becomes of calls. */
  announcements: Announcements;
  /** Signing in with accounts elsewhere, as far as that is set up. */
  signIns: readonly AccountSignIn[];
  purse: Purse;
  /** Longest clip that may be asked for, in seconds. */
  longestSeconds: number;
  readStrikes: ReadStrikes;
  /** Longest prompt in graphemes. */
  promptLimit: number;
  clock: Clock;
  /** Fresh ids that nobody can guess. */
  newId: () => string;
  /** Signs the visitors' cookies; at least 32 characters, the same in all processes and after a restart. */
  cookieSecret: string;
  logger: FastifyBaseLogger;
  /** Where people reach the pages, e.g. `https://clips.example.org`; null: only on this machine. */
  publicUrl: string | null;
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed. */
  trustedProxies?: readonly string[];
  /** The built pages. */
  staticDirectory: string;
  rateLimits?: Partial<RateLimits>;
}
