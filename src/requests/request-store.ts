import type { Change } from './decision.ts';
import type { HistoryEntry } from './history.ts';
import type { MoneyMove } from './money.ts';
import type { PostRef } from './post-ref.ts';
import type { PromptRequest, RequestState } from './request.ts';
import type { Step, WorkTicket } from './work.ts';

export interface RequestQuery {
  states?: readonly RequestState[];
  /** A `memberKey`. */
  requester?: string;
  callId?: string;
  /**
   * Only what a curator must settle that is no review: failed, a clip on hold, a start that may have been billed, a
   * clip that was reported, an appeal.
   */
  needsAttention?: boolean;
  /** Without those that were merged into another: of many that share one clip, it is one. */
  unmerged?: boolean;
  order: 'oldest' | 'newest' | 'most-wanted';
  limit: number;
  offset?: number;
}

/** The last request of a page: the next page begins behind it, whatever came or went meanwhile. */
export interface PageMark {
  /** ISO 8601. */
  askedAt: string;
  id: string;
  wanted: number;
}

/** `attention`: see `RequestQuery.needsAttention`. `most-wanted` knows requests in review only. */
export interface PageQuery {
  of: readonly RequestState[] | 'attention';
  order: RequestQuery['order'];
  limit: number;
  /** Null: from the start. */
  after: PageMark | null;
}

export interface RequestPage {
  requests: PromptRequest[];
  /** The votes for making each, in the same order. */
  wanted: number[];
  /** Where the next page begins; null at the end. */
  next: PageMark | null;
}

/** How many requests of a member there are, in all and by how they ended. */
export interface MemberRecord {
  asked: number;
  delivered: number;
  declined: number;
  /** By screening, of the prompt or of the clip. */
  refused: number;
}

/** What a member has asked for, in all calls and by all their accounts. See `calls/may-ask.ts` for what follows from it. */
export interface MemberUsage {
  /** The same for all accounts that their owner joined; of others the `memberKey`. */
  person: string;
  /** Not settled yet. */
  open: number;
  /** Since the moment that was asked for. */
  since: number;
  /** In all, by the call's id; calls in which nothing was asked for are left out. */
  byCall: Record<string, number>;
  /** ISO 8601; null: nothing yet. */
  lastAskedAt: string | null;
}

/** What is committed in one transaction. */
export interface Commit extends Change {
  /** The work row that led here, which is done with this commit; null when a person did. */
  completes: WorkTicket | null;
  /** Whoever saves goes on with a step of the new work at once: its row is saved as taken. */
  takes?: Taking | null;
  /** What it means for the ledger; absent: nothing. */
  money?: readonly MoneyMove[];
}

/** A work row that is taken as it is saved: `running`, with epoch `TAKEN_AT_BIRTH` and this lease. */
export interface Taking {
  step: Step;
  /** ISO 8601. */
  leaseUntil: string;
}

export const TAKEN_AT_BIRTH = 1;

/** Of what waits for curators so many are counted, and no more: who sees 10,000 will not reach the end of it today. */
export const MOST_COUNTED = 10_000;

/** Keeps requests. A save writes the request, its history entry and its work rows in one transaction or not at all. */
export interface RequestStore {
  /**
   * Takes in new requests, each with all its first changes in order (asked, and screened where that could be told at
   * once). One transaction. `known` where the platform's post is there already: then nothing of it is written.
   */
  create(arrivals: readonly (readonly Change[])[]): Promise<('created' | 'known')[]>;
  /**
   * Nothing is written unless it is `saved`. `stale`: another save of the request came first; decide anew. `superseded`:
   * the work row named by `completes` is no longer ours (another worker took over); stop. `over-budget`: a budget that
   * a reservation names has no room for it; however many save at once, no budget is overrun.
   */
  save(commit: Commit): Promise<'saved' | 'stale' | 'superseded' | 'over-budget'>;
  find(id: string): Promise<PromptRequest | null>;
  findByPost(post: Pick<PostRef, 'platform' | 'id'>): Promise<PromptRequest | null>;
  /** In the order of the ids, without those that are not there. */
  findMany(ids: readonly string[]): Promise<PromptRequest[]>;
  /** For each post in its order. */
  findByPosts(posts: readonly Pick<PostRef, 'platform' | 'id'>[]): Promise<(PromptRequest | null)[]>;
  list(query: RequestQuery): Promise<PromptRequest[]>;
  /**
   * The same as `list`, page by page: each costs the same, however deep in a long line it lies. What is decided and
   * takes effect a little later is left out.
   */
  page(query: PageQuery): Promise<RequestPage>;
  /** `atMost`: of more than so many it says so many, since a hundred thousand take a while to count. */
  count(
    query: Pick<RequestQuery, 'states' | 'requester' | 'callId' | 'needsAttention' | 'unmerged'>,
    atMost?: number,
  ): Promise<number>;
  /** What has become of what each member (a `memberKey`) asked for, in their order. */
  memberRecords(members: readonly string[]): Promise<MemberRecord[]>;
  /**
   * Of each member (a `memberKey`), in their order, what was refused or declined of what they asked since then by any of
   * their accounts; the newest hundred.
   */
  comeToNothing(members: readonly string[], since: string): Promise<PromptRequest[][]>;
  /** What each member (a `memberKey`) has asked for, in their order. */
  usage(members: readonly string[], since: string): Promise<MemberUsage[]>;
  /** Requests whose prompt is nearly the same, nearest first, without the request itself and those merged into another. */
  similar(request: PromptRequest, limit: number): Promise<PromptRequest[]>;
  /**
   * What waits in these calls without anybody having chosen it, first asked first: not what an appeal brought back, what
   * is decided and takes effect a little later, or what somebody waits for who asked the same in another call.
   */
  notChosen(callIds: readonly string[], limit: number): Promise<PromptRequest[]>;
  /** What is held until a moment that has come, first due first. */
  holdsDue(now: string, limit: number): Promise<PromptRequest[]>;
  /**
   * What was merged into a request, first asked first: those that wait for it, those that were answered with its clip and
   * those that came to nothing with it.
   */
  mergedInto(requestId: string, query: { states?: readonly RequestState[]; limit: number }): Promise<PromptRequest[]>;
  /** How many other requests were merged into each, in the order of the ids. */
  mergedCounts(requestIds: readonly string[]): Promise<number[]>;
  /** Of the histories of others, the newest hundred entries about merging into this one, in order. */
  mergeHistory(requestId: string): Promise<HistoryEntry[]>;
  /**
   * Other requests of the same call whose clip is still to come, that ask in the same words (`exact`), or also in words that
   * say the same (`near`); first asked first.
   */
  askedAlike(request: PromptRequest, manner: 'exact' | 'near'): Promise<PromptRequest[]>;
  history(requestId: string): Promise<HistoryEntry[]>;
  /** The histories of many, in the order of the ids. */
  histories(requestIds: readonly string[]): Promise<HistoryEntry[][]>;
  /** How many requests wait for their turn at the engine before this one, from 0; null when it is not waiting. */
  placeInLine(requestId: string): Promise<number | null>;
  /** The same for many, in the order of the ids. */
  placesInLine(requestIds: readonly string[]): Promise<(number | null)[]>;
}
