import type { Finding, HistoryEntry, Locale, MemberRecord, PromptRequest } from '../../requests/index.ts';
import type { Claim } from './claim-store.ts';
import type { TranslationStanding } from './translator.ts';

/** What a curator must settle that is no review. */
export interface Attention {
  kind: 'failed' | 'clip-on-hold' | 'may-have-been-billed' | 'reported' | 'appealed';
  /** What the machine noted, or what members wrote, a line each. Untrusted text. */
  reason: string;
  /** The place of the shot that it is about, or null. */
  shot: number | null;
}

/** What stands beside a request that waits for a curator. */
export interface CardDetails {
  flags: readonly Finding[];
  /** Of the prompt, in the language of the card. */
  translation: TranslationStanding;
  /** What would be made; null where no engine can make it, with `cannotMake` saying why. */
  plan: {
    engine: string;
    /** In pixels. */
    width: number;
    height: number;
    seconds: number;
    costUsd: number;
    /** Each adaptation to the engine, in words. */
    changes: readonly string[];
    /** That it would wait for money, in words; null where there is enough. */
    waits: string | null;
  } | null;
  cannotMake: readonly string[];
  /** US dollars for a still, where one can be asked for now; else null. */
  stillUsd: number | null;
  /** Whether its requester can be asked something back. */
  canAsk: boolean;
  /** What became of what the requester asked for so far, this request included. */
  record: MemberRecord;
  /** The weight of what counts against the requester, and until when they cannot ask. */
  strikes: { weight: number; blockedUntil: string | null };
  /** Nearest first. */
  similar: readonly PromptRequest[];
  /** Support so far. */
  votes: number;
  /** Who is deciding it, if anybody. */
  claim: Claim | null;
}

/** A request as curators are shown it, about one thing that they have to settle or had to. */
export interface ReviewCard {
  /** Unique to this card; see `post-keys.ts`. */
  key: string;
  request: PromptRequest;
  kind: 'review' | Attention['kind'];
  /** What settled it; null while it waits. */
  ended: HistoryEntry | null;
  /** Null once it is settled: then the card only tells what came of it. */
  details: CardDetails | null;
}

/**
 * A request's card in a language: the one with the key, or that of what a curator had to settle last. Null where nobody
 * ever had to look at it.
 */
export type ReadReviewCard = (requestId: string, locale: Locale, key: string | null) => Promise<ReviewCard | null>;
