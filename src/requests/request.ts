import type { Appeal, StrikeWord } from './appeal.ts';
import type { Clip } from './clip.ts';
import type { ClipOptions } from './clip-options.ts';
import type { Hold, Question } from './hold.ts';
import type { Instant } from './instant.ts';
import type { Member } from './member.ts';
import type { Merge } from './merge.ts';
import type { PostRef } from './post-ref.ts';
import type { ScriptShot } from './script.ts';
import type { Shot } from './shot.ts';
import type { Still } from './still.ts';
import type { StoredFile } from './stored-file.ts';
import type { Verdict } from './verdict.ts';

/** The languages in which people are answered. */
export const LOCALES = ['en', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/** What was asked, as it was asked; never changes after intake, save for an edit before review. */
export interface Asked {
  id: string;
  callId: string;
  requester: Member;
  post: PostRef;
  /** Without the mention and the options. Untrusted text. */
  prompt: string;
  options: ClipOptions;
  picture: StoredFile | null;
  /** The request whose clip this one remixes. */
  parentId: string | null;
  /** It begins with the last picture of its parent's clip; absent where it begins by itself. */
  goesOn?: true;
  /** Whether its requester is first in line. */
  trusted: boolean;
  locale: Locale;
  askedAt: Instant;
  /** Heard so long after it was asked that nothing is answered to it by itself; absent where it was heard in time. */
  late?: true;
  /**
   * It answers a call's announcement and names the bot only where the platform itself put the name, which may not let
   * us answer; absent where its own words name the bot.
   */
  unnamed?: true;
}

/** A curator's yes, with the prompt that is really made: the requester's own or one the curator edited. */
export interface Approval {
  curator: string;
  at: Instant;
  prompt: string;
  options: ClipOptions;
  /** The shots as a writer or the curator has them; absent: as they are read from the prompt. */
  script?: ScriptShot[];
  /** The still with which it begins where its engine takes pictures; absent: with none. */
  still?: StoredFile;
  note: string | null;
  /** Who had approved the same before, where two must. */
  first?: string;
}

/** A curator's no, or that its call ended without a yes. */
export interface Decline {
  /** Null where nobody decided: its call is over, and it was not chosen. */
  curator: string | null;
  at: Instant;
  /** A code from `DECLINE_REASONS`, or `NOT_CHOSEN`; their texts are in `wording`. */
  reason: string;
  /** A sentence for the requester, or null. */
  note: string | null;
  /** Its picture was put on the list of those never accepted again. */
  neverAgain?: true;
}

/** The reason of those that no curator chose while their call went on. */
export const NOT_CHOSEN = 'not-chosen';

/** What a member found wrong with a delivered clip. */
export interface Report {
  /** The `memberKey` of who reported it; never shown to people. */
  by: string;
  at: Instant;
  /** Untrusted text. */
  words: string;
}

/** What a request can come back to when a curator tries again: nothing that was paid for is paid again. */
export type FailedDuring = 'screening' | 'generating' | 'finishing' | 'delivering';

type Common = Asked & {
  /** Counts the events that were applied; each save checks it. */
  version: number;
  changedAt: Instant;
  /** Absent where there was none. */
  appeal?: Appeal;
  /** Absent where no curator said anything; see `moderation/strikes`. */
  strike?: StrikeWord;
  /** Its picture was put on the list of those never accepted again; `letIn`: and was taken off it. */
  keptOut?: { at: Instant; letIn: { curator: string; at: Instant } | null };
  /** Since when nobody may bring back what came to nothing: its requester would hear of it, and wants nothing more of it. */
  rests?: Instant;
  /** Absent where it goes its own way. */
  merged?: Merge;
};
type Approved = { verdict: Verdict; approval: Approval };
type Made = Approved & { clip: Clip };

/** What a curator decides on. */
export interface UnderReview {
  verdict: Verdict;
  escalated: boolean;
  /** The state that an upheld appeal brought it back from. */
  appealOf: 'refused' | 'declined' | 'blocked' | null;
  /** A clip that was blocked and is looked at again: approved unchanged, it is not made and paid for twice. */
  made: { approval: Approval; clip: Clip } | null;
  /** Where two must approve: what one did. Another's approval of the same words and options is the second. */
  firstApproval?: Approval;
  /** The shots as a writer has them, screened; absent: they are read from the prompt. */
  script?: ScriptShot[];
  /** A storyboard for curators alone; `file` is null while it is drawn. Absent where nobody asked for one. */
  preview?: { file: StoredFile | null };
  /** Absent where nobody asked for one. */
  still?: Still;
  /** What its requester was asked, with what they answered; absent where nothing was. */
  questions?: Question[];
}

/** One person's prompt, from one post on one platform. Each state carries only its own data. */
export type PromptRequest = Common &
  (
    | { state: 'received' }
    | ({ state: 'in-review' } & UnderReview)
    /** Put aside for a while. */
    | ({ state: 'held'; hold: Hold } & UnderReview)
    /** Answered as the one that it was merged into is, and with its clip. */
    | ({ state: 'merged'; merged: Merge } & UnderReview)
    | { state: 'refused'; verdict: Verdict }
    | { state: 'declined'; verdict: Verdict; decline: Decline }
    | ({ state: 'approved' } & Approved)
    | ({ state: 'generating'; engine: string; shots: Shot[] } & Approved)
    | ({
        state: 'finishing';
        engine: string;
        shots: Shot[];
        clip: Clip | null;
        clipVerdict: Verdict | null;
        /** Where two must release the clip: who did first. */
        firstRelease?: string;
      } & Approved)
    | ({ state: 'ready' } & Made)
    /** `reports` are those that no curator has looked into yet; absent where there are none. */
    | ({ state: 'delivered'; reply: PostRef; deliveredAt: Instant; reports?: Report[] } & Made)
    /** `blockedBy`: the curator who did, where it was not the check of the clip. */
    | ({ state: 'blocked'; clipVerdict: Verdict; blockedBy?: string } & Made)
    | ({ state: 'removed'; reply: PostRef; reason: string; by: string } & Made)
    | {
        state: 'failed';
        during: FailedDuring;
        error: string;
        verdict: Verdict | null;
        approval: Approval | null;
        engine: string | null;
        shots: Shot[];
        clip: Clip | null;
      }
    | { state: 'withdrawn'; by: 'requester' | 'platform' }
  );

export type RequestState = PromptRequest['state'];

/** A request that is known to be in a given state. */
export type RequestIn<S extends RequestState> = Extract<PromptRequest, { state: S }>;

export const REQUEST_STATES = [
  'received',
  'in-review',
  'held',
  'merged',
  'refused',
  'declined',
  'approved',
  'generating',
  'finishing',
  'ready',
  'delivered',
  'blocked',
  'removed',
  'failed',
  'withdrawn',
] as const satisfies readonly RequestState[];

/** States before the reply: until then whoever asked can take it back, and the post that asked is looked after. */
export const OPEN_STATES: readonly RequestState[] = [
  'received',
  'in-review',
  'held',
  'merged',
  'approved',
  'generating',
  'finishing',
  'ready',
  'failed',
];

/** States that no event leaves. */
export const FINAL_STATES = ['removed', 'withdrawn'] as const satisfies readonly RequestState[];

/** States in which nothing more happens by itself: final ones, and those that only a person's decision leaves. */
export const SETTLED_STATES = [
  ...FINAL_STATES,
  'refused',
  'declined',
  'blocked',
  'delivered',
  'failed',
] as const satisfies readonly RequestState[];
