import type { Clip } from './clip.ts';
import type { Instant } from './instant.ts';
import type { PostRef } from './post-ref.ts';
import type { Approval, Asked, Decline, FailedDuring } from './request.ts';
import type { Reservation } from './reservation.ts';
import type { ScriptShot } from './script.ts';
import type { SharedFate } from './shared-fate.ts';
import type { Operation, ShotFailure, ShotOrder } from './shot.ts';
import type { StillFailure } from './still.ts';
import type { StoredFile } from './stored-file.ts';
import type { Verdict } from './verdict.ts';

/** What can happen to a request. `shot` is the place of a shot in the clip, from 0. */
export type RequestEvent =
  /** `script`: what a writer made of the prompt, screened too. `stillSeed`: a still of it is to be made by itself. */
  | { kind: 'prompt-screened'; verdict: Verdict; script?: ScriptShot[]; stillSeed?: number }
  | { kind: 'prompt-edited'; changes: Pick<Asked, 'prompt' | 'options' | 'picture' | 'locale'> }
  /** A curator wants to see a storyboard of it before deciding; it is never delivered. */
  | { kind: 'preview-asked'; curator: string }
  | { kind: 'preview-drawn'; file: StoredFile }
  /** A curator wants a still of it, in these words. */
  | { kind: 'still-asked'; curator: string; prompt: string; seed: number }
  /** `maker`: the id of whom the model belongs to; `reservation`: as of a shot. */
  | { kind: 'still-intended'; key: string; maker: string; reservation?: Reservation }
  /** It is certain that no model was asked. */
  | { kind: 'still-not-sent' }
  | { kind: 'still-made'; file: StoredFile; verdict: Verdict }
  | { kind: 'still-failed'; failure: StillFailure }
  | { kind: 'still-uncertain'; why: string }
  | { kind: 'still-left-out'; curator: string }
  | { kind: 'approved'; approval: Approval }
  | { kind: 'declined'; decline: Decline }
  /** Its call is over, and nobody has chosen it. */
  | { kind: 'passed-over' }
  | { kind: 'escalated'; curator: string; note: string | null }
  /** `until`: null until a curator takes it back. */
  | { kind: 'held'; curator: string; note: string | null; until: Instant | null }
  /** `until`: it is looked at again by then, answered or not. */
  | { kind: 'question-asked'; curator: string; words: string; until: Instant }
  /** `words` is untrusted text of its requester's. */
  | { kind: 'question-answered'; words: string }
  /** `curator` is null where its time had come. */
  | { kind: 'resumed'; curator: string | null }
  /** It is the same wish as another's, and is answered with it; `curator` is null where that was found without one. */
  | { kind: 'merged'; into: string; curator: string | null }
  /** It goes its own way again. */
  | { kind: 'unmerged'; into: string; curator: string | null }
  /** `of`: the request that it was merged into. */
  | { kind: 'fate-shared'; of: string; fate: SharedFate }
  | { kind: 'generation-started'; engine: string; shots: ShotOrder[] }
  /** `reservation`: what it may cost, where it costs anything; refused by the records where a budget has no room. */
  | {
      kind: 'shot-intended';
      shot: number;
      key: string;
      reservation?: Reservation;
      /** The last picture of the shot before, with which this one begins. */
      picture?: StoredFile;
      /** The engine's job of the clip that is made anew. */
      remakes?: Operation;
      /** The engine's job that this shot goes on from; see `ShotOrder`. */
      extends?: ShotOrder['extends'];
    }
  /** Nothing was begun at the engine, or it failed for certain: another one is to make it. */
  | { kind: 'engine-replaced'; engine: string; shots: ShotOrder[]; why: string }
  /** It is certain that the engine was not reached. */
  | { kind: 'shot-not-sent'; shot: number }
  /** `estimateUsd`, `costUsd`: what the engine itself says that it may cost, and did; absent where it says nothing. */
  | { kind: 'shot-started'; shot: number; operation: Operation; checkAfterMs: number; estimateUsd?: number }
  | { kind: 'shot-progressed'; shot: number; progress: number }
  | { kind: 'shot-rendered'; shot: number; costUsd?: number }
  | { kind: 'shot-downloaded'; shot: number; file: StoredFile; still?: StoredFile }
  | { kind: 'shot-failed'; shot: number; failure: ShotFailure }
  | { kind: 'shot-uncertain'; shot: number; why: string }
  | { kind: 'shot-restarted'; shot: number; curator: string }
  | { kind: 'clip-finished'; clip: Clip }
  | { kind: 'clip-screened'; verdict: Verdict }
  | { kind: 'clip-released'; curator: string }
  | { kind: 'clip-blocked'; curator: string }
  | { kind: 'reply-posted'; reply: PostRef }
  /** `web` is null where it would be no smaller. */
  | { kind: 'clip-versions-made'; web: StoredFile | null; preview: StoredFile }
  /** `curator` is there where one decided it. */
  | { kind: 'gave-up'; during: FailedDuring; error: string; curator?: string }
  | { kind: 'retried'; curator: string }
  | { kind: 'withdrawn'; by: 'requester' | 'platform' }
  /** So long after a refusal or a decline the picture is not kept any more; what was asked in words is. */
  | { kind: 'picture-let-go' }
  | { kind: 'taken-down'; by: string; reason: string }
  /** A member finds something wrong with the clip. `by` is a `memberKey`; `words` is untrusted text. */
  | { kind: 'reported'; by: string; words: string }
  /** A curator looked into what was reported and lets the clip stand. */
  | { kind: 'reports-dismissed'; curator: string }
  /** Its requester asks for a second look, once. `words` is untrusted text. */
  | { kind: 'appealed'; words: string }
  | { kind: 'appeal-upheld'; curator: string }
  /** `note`: a sentence for the requester. */
  | { kind: 'appeal-dismissed'; curator: string; note: string | null }
  /** The post that asked is gone, or its author wants to be left alone: what came to nothing is not brought back. */
  | { kind: 'let-rest'; by: 'requester' | 'platform' }
  /** What was asked does not count against its requester, or does after all. */
  | { kind: 'strike-lifted'; curator: string; reason: string }
  | { kind: 'strike-restored'; curator: string; reason: string }
  /** Its picture, and what looks like it, is on the list of those that are never accepted again, or was taken off it. */
  | { kind: 'picture-kept-out' }
  | { kind: 'picture-let-in'; curator: string };

export type EventKind = RequestEvent['kind'];
export type EventOf<K extends EventKind> = Extract<RequestEvent, { kind: K }>;

/** Who acts and is no curator. */
export const NO_CURATORS = ['requester', 'member', 'platform'] as const;

/** Of an actor in the history: whether it is the name of a curator, and not the machine or somebody else. */
export function isCurator(actor: string | null): actor is string {
  return actor !== null && !NO_CURATORS.some((each) => each === actor);
}

/** Who did it, for the history: a curator's name, `requester`, `member`, `platform`, or null for the machine itself. */
export function actorOf(event: RequestEvent): string | null {
  switch (event.kind) {
    case 'approved':
      return event.approval.curator;
    case 'declined':
      return event.decline.curator;
    case 'reported':
      return 'member';
    case 'appealed':
    case 'question-answered':
      return 'requester';
    case 'withdrawn':
    case 'let-rest':
    case 'taken-down':
      return event.by;
    default:
      return 'curator' in event ? (event.curator ?? null) : null;
  }
}
