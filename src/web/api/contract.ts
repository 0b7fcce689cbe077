import { z } from 'zod';
import { MOST_COUNTED, REQUEST_STATES } from '../../requests/index.ts';
import { curatorRole } from './contract-of-desk.ts';
import { holdView, questionView } from './contract-of-holding.ts';
import { appealView, strikesView } from './contract-of-person.ts';
import { screeningOfCard } from './contract-of-screening.ts';
import { stillView } from './contract-of-stills.ts';

/**
 * What the pages and the HTTP interface say to each other. The pages import the types only; the interface checks what
 * comes in and cuts what goes out to this. The routes:
 *
 * | method and path | in | out |
 * |---|---|---|
 * | GET /api/room | | `RoomInfo` |
 * | GET /api/me · PATCH /api/me `{name}` | | `VisitorView` |
 * | GET /api/room/threads?before&mine | | `ThreadPage`, newest first |
 * | GET /api/room/threads/:id | the id of its first post | `ThreadView` |
 * | POST /api/room/posts | multipart: `text`, `locale`, optional `inReplyTo`, optional `picture` (file) | `ThreadView` |
 * | PATCH /api/room/posts/:id `{text}` | own posts | `ThreadView` |
 * | DELETE /api/room/posts/:id | own posts; withdraws the request | 204 |
 * | GET /api/requests/:id | | `RequestView` |
 * | POST /api/requests/:id/appeal `{words}` | own requests that came to nothing, once | `RequestView` |
 * | PUT · DELETE /api/requests/:id/vote · /api/clips/:id/vote | | `{votes, viewers, voted}` |
 * | POST /api/clips/:id/view | the clip was played | 204 |
 * | GET /api/results?order=best,newest&window=week,month,all,2026-W48&call&style&q&offset | | `ResultsPage` |
 * | GET /api/clips/standing?ids | ids of clips, parted by commas | `ClipStandings`: how each stands with the visitor |
 * | GET /api/duels?call · POST `{ticket, answer}` | | `DuelPage`; contract-of-duels.ts |
 * | GET /api/duels/board?call | | `DuelBoardPage` |
 * | GET /api/calls · /api/calls/:id | | `CallView`, all or one |
 * | GET /api/desk/calls · POST `OpeningCall` · PATCH /api/desk/calls/:id `CallTerms` | viewers · operators | `DeskCalls` · `DeskCall` |
 * | POST /api/desk/calls/:id/pause `{paused}` · /close; PUT, DELETE …/picture | leads · operators | `DeskCall` |
 * | GET /api/calls/:id/winners | | `CallWinners`: who won a call that is over |
 * | GET /api/asked/x/:post | the id of a post on X | `AskedView` |
 * | GET /api/events | server-sent events | see below |
 * | GET /files/:sha256?request,post | as the views name it; ranges; files of delivered clips and of posts that are up, the visitor's own pictures, any for curators | bytes |
 * | GET /sign-in?token= | one-time link: shows a page with one button | |
 * | POST /api/desk/session `{token}` · DELETE | | `VisitorView` |
 * | GET /api/desk?view=waiting,attention,decided&order=oldest,newest,most-wanted&after | viewers | `DeskPage` |
 * | GET /api/desk/counts · /api/desk/claims | viewers | `DeskCounts` · `DeskClaims` |
 * | GET /api/desk/requests/:id · POST `DeskAction` | viewers · curators | `DeskCard` · `DeskAnswer` |
 * | GET /api/desk/announcements · POST `AnnouncementOrder` | curators | `AnnouncementsPage` · `AnnouncementAnswer` |
 * | GET /api/desk/money · /api/desk/money/x?day | curators | `MoneyPage` · `PlatformMoney` |
 * | POST /api/desk/requests `{ids, act}` | curators | `DecidedTogether` |
 * | GET /api/desk/decisions · POST /api/desk/undo `{ids}` | curators | `WaitingDecisions` · `Undone` |
 * | POST /api/desk/invitations `{name, role}` | leads | `InvitationView` |
 * | GET /api/desk/people · PATCH, DELETE /api/desk/people/:name | leads · operators | `DeskPeople` · 204 |
 * | GET /api/desk/vote-cases · POST /api/desk/vote-cases/:id `{standing, reason}` | leads | `VoteCases` |
 * | GET /api/desk/sessions · DELETE /api/desk/sessions/:id | one's own; leads all | `DeskSessions` · 204 |
 * | GET /api/health | | `{status: 'ok'}` |
 *
 * Errors are `ProblemView` with the fitting status. Writing routes want the header `x-open-call: 1` besides the
 * SameSite cookie, which no foreign page can send without being asked first.
 *
 * Server-sent events: `event: request` with `{id, state, version}` when a request changed (read it again);
 * `event: thread` with `{id}` of the thread's first post when a post was added, edited or removed; `event: desk` with
 * `{}` when claims changed; `event: reset` with `{}` when too much was missed to tell it: read everything again. A browser
 * that was away gets what it missed by `Last-Event-ID`.
 */

const locale = z.enum(['en', 'ar']);
const state = z.enum(REQUEST_STATES);
const options = z.object({
  aspect: z.object({ width: z.number(), height: z.number() }).optional(),
  seconds: z.number().optional(),
  resolution: z.union([z.literal(360), z.literal(480), z.literal(720), z.literal(1080)]).optional(),
  style: z.string().optional(),
  seed: z.number().optional(),
  sound: z.enum(['none', 'ambience', 'narration']).optional(),
});

/** The same as a curator may set them; the fit to the engine comes after. */
export const chosenOptions = options.extend({
  aspect: z.object({ width: z.number().int().positive(), height: z.number().int().positive() }).optional(),
  seconds: z.number().positive().optional(),
  style: z.string().trim().max(200).optional(),
  seed: z.number().int().min(0).max(0x7fffffff).optional(),
});

export const clipView = z.object({
  videoUrl: z.string(),
  /** The same video in the order in which a browser is to try them, the one that all know last. */
  sources: z.array(z.object({ url: z.string(), type: z.string() })),
  /** A small picture that moves by itself; null until it is made. */
  previewUrl: z.string().nullable(),
  posterUrl: z.string(),
  contactSheetUrl: z.string(),
  /** What is spoken, as WebVTT; null where nothing is. */
  subtitles: z.object({ url: z.string(), language: z.string() }).nullable(),
  /** A few colours for the frame until the poster is there (blurha.sh); null for clips finished without. */
  blurhash: z.string().nullable(),
  width: z.number(),
  height: z.number(),
  seconds: z.number(),
  engine: z.string(),
  /** What its engine was told, which does not know the language of the prompt (ISO 639-1); null where it was told the prompt. */
  translation: z.object({ from: z.string(), to: z.string(), words: z.string() }).nullable(),
  caption: z.string(),
  altText: z.string(),
  votes: z.number(),
  viewers: z.number(),
  voted: z.boolean(),
  /** Do not count until somebody has looked at them, and whether the viewer's is one of them. */
  heldVotes: z.number(),
  voteHeld: z.boolean(),
  /** On the bot's reply, as they were last read; null where it was not made on X, or nobody has looked yet. */
  likesOnX: z.number().nullable(),
});
export type ClipView = z.infer<typeof clipView>;

export const requestView = z.object({
  id: z.string(),
  version: z.number(),
  state,
  /** As everybody is shown it: as it was approved, and before that as it was asked; so are the options. */
  prompt: z.string(),
  locale,
  options,
  /** What was asked, where other words or options were approved: for its requester and the desk, null for all others. */
  asked: z.object({ prompt: z.string(), options }).nullable(),
  requesterName: z.string(),
  mine: z.boolean(),
  pictureUrl: z.string().nullable(),
  askedAt: z.string(),
  changedAt: z.string(),
  /** How it stands, in the requester's language. */
  status: z.string(),
  /** From 0; null when it does not wait for its turn. */
  placeInLine: z.number().nullable(),
  /** 0 to 1 while the clip is made, else null. */
  progress: z.number().nullable(),
  /** Whether the viewer may ask for a second look: once, at what came to nothing. */
  canAppeal: z.boolean(),
  /** Whether there is a statement of reasons for the viewer. */
  hasStatement: z.boolean(),
  /** What a curator asks the viewer about their own request; null where nothing is open. */
  question: z.string().nullable(),
  canWithdraw: z.boolean(),
  /** Support before it is made, and what is held of it as with a clip's votes. */
  votes: z.number(),
  voted: z.boolean(),
  heldVotes: z.number(),
  voteHeld: z.boolean(),
  /** For the request before it is made, for its clip once it is delivered; never for one's own. */
  canVote: z.boolean(),
  clip: clipView.nullable(),
});
export type RequestView = z.infer<typeof requestView>;

export const roomPostView = z.object({
  id: z.string(),
  kind: z.enum(['post', 'status', 'clip', 'answer', 'announcement']),
  authorName: z.string(),
  mine: z.boolean(),
  text: z.string(),
  locale,
  pictureUrl: z.string().nullable(),
  postedAt: z.string(),
  edited: z.boolean(),
  removed: z.boolean(),
  requestId: z.string().nullable(),
});
export type RoomPostView = z.infer<typeof roomPostView>;

/** A visitor's post with the bot's answers and the request it became. */
export const threadView = z.object({
  post: roomPostView,
  answers: z.array(roomPostView),
  request: requestView.nullable(),
});
export type ThreadView = z.infer<typeof threadView>;

export const threadPage = z.object({ threads: z.array(threadView), before: z.string().nullable() });
export type ThreadPage = z.infer<typeof threadPage>;

export const visitorView = z.object({
  /** The visitor's shown name, which they may change. */
  name: z.string(),
  /** The curator's name when this browser is signed in at the desk. */
  curator: z.string().nullable(),
  /** What they may do there. */
  role: curatorRole.nullable(),
});
export type VisitorView = z.infer<typeof visitorView>;

export const resultsPage = z.object({ results: z.array(requestView), total: z.number() });
export type ResultsPage = z.infer<typeof resultsPage>;

export const historyLine = z.object({
  version: z.number(),
  at: z.string(),
  from: state.nullable(),
  to: state,
  event: z.string(),
  actor: z.string().nullable(),
  detail: z.string().nullable(),
});
export type HistoryLine = z.infer<typeof historyLine>;

/** US dollars. */
const moneySums = {
  starts: z.number(),
  /** At an engine, or being asked of one. */
  reservedUsd: z.number(),
  chargedUsd: z.number(),
  /** May have been billed. */
  uncertainUsd: z.number(),
  /** Failed, and not billed. */
  refundedUsd: z.number(),
};

/** What was done with money, by day (UTC), engine and call; newest first. */
export const moneyPage = z.object({
  days: z.array(z.object({ day: z.string(), engine: z.string(), callId: z.string(), ...moneySums })),
  /** What is used of today's and of each open call's budget; `limitUsd` null: no limit. */
  budgets: z.array(z.object({ scope: z.string(), usedUsd: z.number(), limitUsd: z.number().nullable() })),
});

/** All that a curator sees of a request. */
export const deskCard = z.object({
  request: requestView,
  platform: z.string(),
  ...screeningOfCard,
  /** Whether its platform lets us answer it, where that is not plain; null elsewhere. */
  answerable: z.enum(['yes', 'unsure', 'not-approved']).nullable(),
  escalated: z.boolean(),
  appealOf: z.enum(['refused', 'declined', 'blocked']).nullable(),
  /** The requester's word against a decision; those who had decided do not decide it. */
  appeal: appealView.nullable(),
  /** Its author took back what had come to nothing: nobody looks at it again. */
  rests: z.boolean(),
  /** Where two curators must approve it, or release its clip: who did first. */
  secondLook: z.object({ first: z.string().nullable() }).nullable(),
  /** What the first of them approved. Another's approval of the same is the second; of something else, a first again. */
  firstApproval: z
    .object({ curator: z.string(), at: z.string(), prompt: z.string(), options: chosenOptions })
    .nullable(),
  /** What would be made and what it costs; null where no engine can make it, with `cannotMake` saying why. */
  plan: z
    .object({
      engine: z.string(),
      width: z.number(),
      height: z.number(),
      seconds: z.number(),
      costUsd: z.number(),
      /** Why it would wait though it is approved: a budget has no room for it now. */
      full: z.object({ of: z.enum(['call', 'day']), limitUsd: z.number(), usedUsd: z.number() }).nullable(),
      /** Each adaptation to the engine, in words. */
      changes: z.array(z.string()),
    })
    .nullable(),
  cannotMake: z.array(z.string()),
  /** A storyboard for curators alone: null where nobody asked for one; `videoUrl` is null while it is drawn. */
  preview: z.object({ videoUrl: z.string().nullable() }).nullable(),
  still: stillView.nullable(),
  /** US dollars for a still; null where none can be asked for now. */
  stillUsd: z.number().nullable(),
  /** The shots in words, as a curator may change them; empty where it cannot be made. */
  script: z.string(),
  /** The shots, as they are planned or as they come; empty where it cannot be made. */
  shots: z.array(
    z.object({
      /** What the engine is told: what is seen, and how it is shown. */
      prompt: z.string(),
      direction: z.string().nullable(),
      seconds: z.number(),
      /** How it follows the one before; null for the first. */
      begins: z.enum(['continues', 'cut', 'crossfade']).nullable(),
      state: z.enum(['planned', 'starting', 'uncertain', 'running', 'rendered', 'downloaded', 'failed']),
      /** 0 to 1. */
      progress: z.number(),
      /** Null until it is here. */
      videoUrl: z.string().nullable(),
      /** The engine's own picture of it; null where there is none. */
      stillUrl: z.string().nullable(),
    }),
  ),
  /** What it has cost so far. */
  money: z.object(moneySums),
  /** The words that were approved, where a curator changed them. */
  approvedPrompt: z.string().nullable(),
  /** Budgets with a limit that its start would count to. */
  budgets: z.array(z.object({ of: z.enum(['call', 'day']), usedUsd: z.number(), limitUsd: z.number() })),
  /** Where it was asked, if that can be opened; `channel` is the platform's own name of the place. */
  source: z.object({ url: z.string().nullable(), channel: z.string() }),
  similar: z.array(requestView),
  /** Why it waits aside; null where it does not. */
  hold: holdView.nullable(),
  /** Whether its requester can be asked something where they asked. */
  canAsk: z.boolean(),
  questions: z.array(questionView),
  /** The one that it was merged into; null where it was merged into none. */
  mergedInto: requestView.nullable(),
  /** What was merged into it: how many, and the first few. */
  merged: z.object({ count: z.number(), first: z.array(requestView) }),
  /** What else the requester asked for lately, newest first. */
  recent: z.array(requestView),
  requesterRecord: z.object({ asked: z.number(), delivered: z.number(), declined: z.number(), refused: z.number() }),
  /** What counts against the requester for what they asked for, and what follows from it. */
  strikes: strikesView,
  claim: z.object({ curator: z.string(), until: z.string(), mine: z.boolean() }).nullable(),
  /** What is being waited for when it is not a review: a failure, a clip on hold, an unclear start, reports, an appeal. */
  attention: z
    .object({
      kind: z.enum(['failed', 'clip-on-hold', 'may-have-been-billed', 'reported', 'appealed']),
      reason: z.string(),
      shot: z.number().nullable(),
    })
    .nullable(),
  /** What was decided and takes effect a little later, if so. */
  decided: z.object({ curator: z.string(), mine: z.boolean(), action: z.string(), effectAt: z.string() }).nullable(),
  history: z.array(historyLine),
});
export type DeskCard = z.infer<typeof deskCard>;

export const DESK_VIEWS = ['waiting', 'attention', 'held', 'decided'] as const;

/** A request in a line of many: what is needed to choose among them. The card has the rest. */
export const deskLine = z.object({
  id: z.string(),
  version: z.number(),
  state,
  /** The beginning of it. */
  prompt: z.string(),
  locale,
  requesterName: z.string(),
  platform: z.string(),
  askedAt: z.string(),
  votes: z.number(),
  flags: z.number(),
  picture: z.boolean(),
  escalated: z.boolean(),
  appeal: z.boolean(),
  /** Who has it in hand. */
  heldBy: z.object({ curator: z.string(), mine: z.boolean() }).nullable(),
});
export type DeskLine = z.infer<typeof deskLine>;

export const deskPage = z.object({
  lines: z.array(deskLine),
  /** What the next page is asked for with; null at the end. */
  next: z.string().nullable(),
  /** The first that nobody else holds, where it was asked for with `first=card` and there is one. */
  first: deskCard.nullable(),
});
export type DeskPage = z.infer<typeof deskPage>;

export const deskCounts = z.object({
  /** At most `MOST_COUNTED`, which stands for more too. */
  waiting: z.number().max(MOST_COUNTED),
  attention: z.number(),
  held: z.number(),
  underWay: z.number(),
  /** ISO 8601, when the oldest waiting request was asked for. */
  oldestWaiting: z.string().nullable(),
  /** What keeps the bot from its work until a person mends it, in words; `since` as ISO 8601. */
  troubles: z.array(z.object({ since: z.string(), text: z.string() })),
});
export type DeskCounts = z.infer<typeof deskCounts>;

/** The answer to an action: the card as it is now, and what was not possible and why, if so. */
export const deskAnswer = z.object({
  outcome: z.enum(['done', 'one-more-needed', 'already-decided', 'held-by-another', 'another-curator', 'not-now']),
  /** A sentence for the curator; null when it is done. */
  message: z.string().nullable(),
  /** Until when (ISO 8601) it can be taken back; null where it has taken effect, or nothing was done. */
  effectAt: z.string().nullable(),
  card: deskCard,
});
export type DeskAnswer = z.infer<typeof deskAnswer>;

/** Every error of the interface: what was wrong, where, and what to do. */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  /** The field or option it is about, where there is one. */
  field: z.string().nullable(),
});
export type ProblemView = z.infer<typeof problem>;
