import { dequal } from 'dequal';
import type { Call } from '../calls/call.ts';
import { isOpen, STANDING_CALL_ID } from '../calls/call.ts';
import type { CallStore } from '../calls/call-store.ts';
import { chooseCall } from '../calls/choose-call.ts';
import type { HouseStore } from '../calls/house-rules.ts';
import { isLate, isOld } from '../calls/is-late.ts';
import { limitsIn } from '../calls/limits-in.ts';
import { type AskAnswer, mayAsk, type StrikeStanding } from '../calls/may-ask.ts';
import { holdLate } from '../moderation/screening/hold-late.ts';
import { promptSubject } from '../moderation/screening/screen-prompt.ts';
import type { Screening } from '../moderation/screening/screening.ts';
import type { ReadStrikes } from '../moderation/strikes/read-strikes.ts';
import { createBatch } from '../queue/batch.ts';
import {
  type AdvanceDependencies,
  type Asked,
  advance,
  type Change,
  type ClipOptions,
  decide,
  type Member,
  type MemberUsage,
  memberKey,
  receive,
  toInstant,
  type Verdict,
} from '../requests/index.ts';
import { say } from '../wording/index.ts';
import type { AnswerPost } from './answer-post.ts';
import type { IncomingEvent, IncomingHandler, IncomingPost } from './chat-platform.ts';
import { chooseLocale } from './choose-locale.ts';
import type { OwnPosts } from './own-posts.ts';
import { callAnnouncedBy } from './post-keys.ts';
import { type ReadingLimits, type RequestReading, readRemix, readRequest } from './reading/index.ts';
import { remixOf } from './remix-of.ts';
import { takeAnswer } from './take-answer.ts';

export interface CollectorDependencies extends AdvanceDependencies {
  calls: Pick<CallStore, 'list'>;
  house: Pick<HouseStore, 'load'>;
  ownPosts: OwnPosts;
  screening: Screening;
  readStrikes: ReadStrikes;
  answer: AnswerPost;
  readingLimits: ReadingLimits;
  newId: () => string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** So many posts are taken in with one commit when they arrive faster than commits are made. */
const MOST_AT_ONCE = 100;

/** A mention that was read, with what screening says where it says so at once. */
type Mention = { kind: 'mentioned'; post: IncomingPost; reading: RequestReading; verdict: Promise<Verdict> | null };
type ReadPost = Mention & { reading: Extract<RequestReading, { outcome: 'read' }> };
type HeardEvent = Mention | Exclude<IncomingEvent, { kind: 'mentioned' }>;

/**
 * Turns posts into requests. Events are handled in the order in which they came; mentions that wait together are
 * committed together. The handler's promise resolves when its event is durable.
 */
export function createCollector(dependencies: CollectorDependencies): IncomingHandler {
  const together = createBatch<HeardEvent, void>(async (events) => {
    await handleInOrder(dependencies, events);
    return events.map(() => undefined);
  }, MOST_AT_ONCE);
  // Where one event of a batch cannot be handled, each is tried alone: only that one is rejected.
  return (event) => {
    // Read while those before it are still being committed.
    const heard = event.kind === 'mentioned' ? readMention(dependencies, event.post) : event;
    return together(heard).catch(() => handleInOrder(dependencies, [heard]));
  };
}

function readMention({ readingLimits, screening }: CollectorDependencies, post: IncomingPost): Mention {
  const reading = readPost(post, readingLimits);
  // Of what may ask for a clip anew, the words are known when that clip is.
  const mayBeRemix = post.inReplyTo !== null || post.remixOf !== undefined;
  const isRemix = mayBeRemix && reading.outcome === 'read' && readRemix(reading.prompt) !== null;
  if (reading.outcome !== 'read' || !isImmediate(screening, post) || isRemix) {
    return { kind: 'mentioned', post, reading, verdict: null };
  }
  const { prompt, options } = reading;
  const subject = promptSubject({ prompt, options, picture: post.picture, locale: chooseLocale(post) });
  const verdict = screening.screenPrompt(subject);
  // Whoever waits for it hears of its failing; a mention over its member's caps waits for nothing.
  verdict.catch(() => {});
  return { kind: 'mentioned', post, reading, verdict };
}

async function handleInOrder(dependencies: CollectorDependencies, events: readonly HeardEvent[]): Promise<void> {
  let mentions: Mention[] = [];
  for (const event of events) {
    if (event.kind === 'mentioned') {
      if (!(await takeAnswer(dependencies, event.post))) mentions.push(event);
      continue;
    }
    await takeIn(dependencies, mentions);
    mentions = [];
    if (event.kind === 'edited') await takeEdit(dependencies, event.post);
    else if (event.kind === 'appealed') await takeAppeal(dependencies, event);
    else await takeDeletion(dependencies, event.ref);
  }
  await takeIn(dependencies, mentions);
}

async function takeIn(dependencies: CollectorDependencies, mentions: readonly Mention[]): Promise<void> {
  if (mentions.length === 0) return;
  const readable = mentions.filter((mention): mention is ReadPost => mention.reading.outcome === 'read');
  await Promise.all(mentions.map((mention) => answerProblems(dependencies, mention)));
  const allowed = await withinCaps(dependencies, readable);
  const arrivals = await Promise.all(allowed.map((each) => changesOf(dependencies, each)));
  if (arrivals.length > 0) await dependencies.requests.create(arrivals);
}

/** A picture alone is a request too: it is brought to life as it is. */
function readPost(post: IncomingPost, limits: ReadingLimits): RequestReading {
  const reading = readRequest(post.text, { limits });
  if (reading.outcome !== 'empty' || !post.picture) return reading;
  return { outcome: 'read', prompt: say(chooseLocale(post), 'bring-to-life'), options: reading.options };
}

async function answerProblems({ answer, clock }: CollectorDependencies, { post, reading }: Mention): Promise<void> {
  if (isOld(post.postedAt, clock())) return;
  if (reading.outcome === 'problems') await answer(post, { kind: 'problems', problems: reading.problems });
  if (reading.outcome === 'empty') await answer(post, { kind: 'how-to-ask' });
}

/** Leaves out, and answers, what goes over a member's caps. Counts what stands before it in the same batch. */
async function withinCaps(
  dependencies: CollectorDependencies,
  posts: readonly ReadPost[],
): Promise<(ReadPost & { call: Call })[]> {
  if (posts.length === 0) return [];
  const { calls, house, requests, clock, answer } = dependencies;
  const now = clock();
  const [all, rules, usedBy, strikesOf] = await Promise.all([
    calls.list(),
    house.load(),
    readUsage(dependencies, posts, now),
    readStanding(dependencies, posts),
  ]);
  const always = all.find(({ id }) => id === STANDING_CALL_ID);
  if (!always) throw new Error('The standing call is missing');
  const allowed: (ReadPost & { call: Call })[] = [];
  // By person: two posts of one batch may come by two accounts that their owner joined.
  const askedBy = new Map(usedBy.values().map((used) => [used.person, used]));
  const usageOf = (author: Member): MemberUsage => {
    const used = usedBy.get(memberKey(author)) ?? { ...NO_USAGE, person: memberKey(author) };
    return askedBy.get(used.person) ?? used;
  };
  for (const each of posts) {
    const { ref, withinChannel } = each.post;
    const announced = await announcedCall(dependencies, each.post, all);
    const call = announced ?? chooseCall(all, { ...ref, ...(withinChannel && { withinChannel }) }, now) ?? always;
    const used = usageOf(each.post.author);
    const usage = {
      open: used.open,
      lastDay: used.since,
      inCall: used.byCall[call.id] ?? 0,
      lastAskedAt: used.lastAskedAt,
    };
    const limits = limitsIn(call, always, rules);
    const strikes = strikesOf.get(memberKey(each.post.author)) ?? NO_STRIKES;
    const paused = rules.paused !== null;
    const may = mayAsk(call, { usage, standing: each.post.standing, strikes, limits, paused, now });
    if (may.allowed) {
      allowed.push({ ...each, call });
      askedBy.set(used.person, askedOnceMore(used, call.id, each.post.postedAt));
    } else if (!isLateFor(may, call, each.post.postedAt, now) && (await requests.findByPost(each.post.ref)) === null) {
      await answer(each.post, { kind: 'may-not-ask', why: may });
    }
  }
  return allowed;
}

/** What comes too early for a call was not made late. */
function isLateFor(may: AskAnswer, call: Call, postedAt: string, now: Date): boolean {
  const isEarly = !may.allowed && may.why === 'not-open-yet';
  return isEarly ? isOld(postedAt, now) : isLate(call, postedAt, now);
}

/** Who answers a call's announcement asks in that call. */
async function announcedCall(
  { ownPosts, clock }: CollectorDependencies,
  { inReplyTo }: IncomingPost,
  calls: readonly Call[],
): Promise<Call | null> {
  const answered = inReplyTo === null ? null : await ownPosts.findByRef(inReplyTo);
  const id = answered?.kind === 'announcement' ? callAnnouncedBy(answered.key) : null;
  return calls.find((call) => call.id === id && isOpen(call, clock())) ?? null;
}

const NO_STRIKES: StrikeStanding = { blockedUntil: null, slowSeconds: 0 };

async function readStanding(
  { readStrikes }: CollectorDependencies,
  posts: readonly ReadPost[],
): Promise<Map<string, StrikeStanding>> {
  const members = [...new Set(posts.map(({ post }) => memberKey(post.author)))];
  const records = await readStrikes(members);
  return new Map(members.map((member, index) => [member, records[index]?.standing ?? NO_STRIKES]));
}

const NO_USAGE: Omit<MemberUsage, 'person'> = { open: 0, since: 0, byCall: {}, lastAskedAt: null };

async function readUsage(
  { requests }: CollectorDependencies,
  posts: readonly ReadPost[],
  now: Date,
): Promise<Map<string, MemberUsage>> {
  const members = [...new Set(posts.map(({ post }) => memberKey(post.author)))];
  const usage = await requests.usage(members, toInstant(new Date(now.getTime() - DAY_MS)));
  return new Map(members.map((member, index) => [member, usage[index] ?? { ...NO_USAGE, person: member }]));
}

function askedOnceMore({ person, open, since, byCall }: MemberUsage, callId: string, askedAt: string): MemberUsage {
  return {
    person,
    open: open + 1,
    since: since + 1,
    byCall: { ...byCall, [callId]: (byCall[callId] ?? 0) + 1 },
    lastAskedAt: askedAt,
  };
}

/** What its requester says of the look goes before what the call says. */
function inStyleOf({ style }: Call, options: ClipOptions): ClipOptions {
  return style === undefined || options.style !== undefined ? options : { ...options, style };
}

async function changesOf(
  { newId, ownPosts, requests, screening, clock }: CollectorDependencies,
  { post, reading, call, ...mention }: ReadPost & { call: Call },
): Promise<Change[]> {
  const now = toInstant(clock());
  const parent = post.inReplyTo === null ? null : await ownPosts.findByRef(post.inReplyTo);
  const parentId = post.remixOf ?? (parent && parent.kind !== 'announcement' ? parent.requestId : null);
  const remixed = parentId === null ? null : await requests.find(parentId);
  const { prompt, options, goesOn } = remixOf(remixed, reading);
  const asked: Asked = {
    id: newId(),
    callId: call.id,
    requester: post.author,
    post: post.ref,
    ...{ prompt, options: inStyleOf(call, options) },
    ...(goesOn && { goesOn }),
    picture: post.picture,
    parentId,
    trusted: post.standing.trust === 'trusted',
    locale: chooseLocale(post),
    askedAt: post.postedAt,
    ...(post.unnamed ? { unnamed: true } : {}),
    ...(isLate(call, post.postedAt, clock()) ? { late: true } : {}),
  };
  const received = receive(asked, now);
  const screensNow = mention.verdict === null && isImmediate(screening, asked);
  const verdict = await (screensNow ? screening.screenPrompt(promptSubject(asked)) : mention.verdict);
  if (!verdict) return [received];
  // Screened in the same commit: the work that is done already is not written down.
  const screened = decide(received.request, { kind: 'prompt-screened', verdict: holdLate(verdict, asked) }, now);
  return screened.applies ? [{ ...received, work: [] }, screened] : [received];
}

/** Pictures take their time: they are not looked at while posts are taken in. */
function isImmediate({ immediate }: Screening, { picture }: Pick<IncomingPost, 'picture'>): boolean {
  return immediate === 'always' || (immediate === 'without-picture' && picture === null);
}

async function takeEdit(dependencies: CollectorDependencies, post: IncomingPost): Promise<void> {
  const request = await dependencies.requests.findByPost(post.ref);
  if (!request) {
    // An answer is mended like anything else, and is no request for it.
    if (!(await takeAnswer(dependencies, post))) await takeIn(dependencies, [readMention(dependencies, post)]);
    return;
  }
  const reading = readPost(post, dependencies.readingLimits);
  if (reading.outcome !== 'read') return answerProblems(dependencies, readMention(dependencies, post));
  const { parentId } = request;
  const { prompt, options } = remixOf(parentId === null ? null : await dependencies.requests.find(parentId), reading);
  const changes = { prompt, options, picture: post.picture, locale: chooseLocale(post) };
  const decision = await advance(dependencies, request, { kind: 'prompt-edited', changes });
  // Platforms also tell of edits that leave the words as they are, such as a picture that was looked up for a link.
  const differs = prompt !== request.prompt || !dequal(options, request.options);
  if (!decision.applies && decision.why === 'not-now' && differs) {
    await dependencies.answer(post, { kind: 'too-late-to-edit' });
  }
}

/** Heard twice, it is one appeal: a request takes one in its life. */
async function takeAppeal(
  dependencies: CollectorDependencies,
  { ref, words }: Extract<IncomingEvent, { kind: 'appealed' }>,
): Promise<void> {
  const request = await dependencies.requests.findByPost(ref);
  if (request) await advance(dependencies, request, { kind: 'appealed', words });
}

/** Who deletes the post that asks takes the request back; a clip that is out already is taken down, and what came to nothing rests. */
async function takeDeletion(dependencies: CollectorDependencies, ref: IncomingPost['ref']): Promise<void> {
  const request = await dependencies.requests.findByPost(ref);
  if (!request) return;
  const withdrawn = await advance(dependencies, request, { kind: 'withdrawn', by: 'requester' });
  if (withdrawn.applies || withdrawn.why !== 'not-now') return;
  const down = await advance(dependencies, request, { kind: 'taken-down', by: 'requester', reason: 'withdrawn' });
  if (!down.applies) await advance(dependencies, request, { kind: 'let-rest', by: 'requester' });
}
