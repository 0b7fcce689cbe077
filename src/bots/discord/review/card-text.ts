import type { CardDetails, ReviewCard } from '../../../moderation/curation/review-card.ts';
import { type Locale, type PromptRequest, secondLookOf, toApprove } from '../../../requests/index.ts';
import {
  isolate,
  policyText,
  sayAsAtDesk,
  sayCost,
  moment as sayDay,
  sayEnded,
  sayExcuse,
  sayReason,
  sayState,
  sayToCurators,
} from '../../../wording/index.ts';
import { asManyAsFit } from '../as-many-as-fit.ts';
import { DISCORD } from '../discord-limits.ts';
import { escapeText, escapeToFit } from '../escape-text.ts';
import { isCommandRef } from '../post-refs.ts';

/** Where a card is read. */
export interface Reading {
  locale: Locale;
  /** The server of a channel, where it is known. */
  guildOf: (channelId: string) => string | null;
  /** A request's options, as they can be written into a post; empty where there are none. */
  optionsOf: (request: Pick<PromptRequest, 'options'>) => string;
}

const [MOST_FLAGS, MOST_LINES] = [5, 60];
/** In characters. */
const SETTLED_PROMPT = 200;
const LONGEST_REASON = 500;
const LONGEST_FACTS = 1300;
const LONGEST_TRANSLATION = 700;
const LONGEST_NAME = 120;
const LONGEST_LINE = 280;
const LONGEST_FLAG = 120;
const LONGEST_SIMILAR = 80;
const BETWEEN = ' · ';
const QUOTED = '> ';

/** What it is, who asked, where and when. */
export function headText(card: ReviewCard, reading: Reading): string {
  const { request } = card;
  const title = `**${escapeText(titleOf(card, reading.locale))}**`;
  return [`${title}${BETWEEN}${moment(request.askedAt)}`, `-# ${whoAndWhere(request, reading)}`].join('\n');
}

/**
 * What was asked, in its own direction, in so many characters at most. `cut` where that is not all of it: who approves
 * must be able to read the rest.
 */
export function promptText({ request, ended }: ReviewCard, { locale }: Reading, room: number) {
  const approval = 'approval' in request ? request.approval : null;
  if (ended) return { text: ownDirection(approval?.prompt ?? request.prompt, locale, SETTLED_PROMPT), cut: false };
  const text = ownDirection(request.prompt, locale, room);
  return { text, cut: text !== ownDirection(request.prompt, locale, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) };
}

/** What a model makes of it in the language of the card: beside what was written, never in its place. */
export function translationText({ translation }: CardDetails, { locale }: Reading): string | null {
  if (translation.standing !== 'translated') return null;
  const text = ownDirection(translation.text, locale, LONGEST_TRANSLATION);
  return [small(sayAsAtDesk(locale, 'translationNote')), text].join('\n');
}

/** What stopped it, where it is no review. */
export function attentionText({ request, kind }: ReviewCard, { locale }: Reading): string | null {
  switch (kind) {
    case 'failed':
      return request.state === 'failed' ? ownDirection(request.error, locale, LONGEST_REASON) : null;
    case 'may-have-been-billed':
      return escapeText(sayAsAtDesk(locale, 'attentionBilledHint'));
    case 'appealed':
      return ownDirection(request.appeal?.words ?? '', locale, LONGEST_REASON);
    case 'reported': {
      const words = request.state === 'delivered' ? (request.reports ?? []).map((report) => report.words) : [];
      return ownDirection(words.join('\n'), locale, LONGEST_REASON);
    }
    default:
      return null;
  }
}

/** What a curator weighs: flags, what would be made, what it costs, who asks, what is like it, who wants it. */
export function factsText({ request, kind }: ReviewCard, details: CardDetails, reading: Reading): string {
  const { locale } = reading;
  const weighed = kind === 'review' || kind === 'clip-on-hold' || kind === 'appealed';
  const lines = [
    ...secondLookLines(request, locale),
    ...(weighed ? flagLines(details, locale) : []),
    ...planLines(request, details, reading),
    ...(kind === 'review' ? stillLines(request, locale) : []),
    small(recordLine(request, details, locale)),
    ...strikeLines(details, locale),
    ...(kind === 'review' ? similarLines(details, reading) : []),
    ...(details.votes > 0 ? [small(sayAsAtDesk(locale, 'support', { count: details.votes }))] : []),
  ];
  return asManyAsFit(lines, LONGEST_FACTS);
}

/** Who is deciding it, and until when others are kept away. */
export function claimText({ claim }: CardDetails, { locale }: Reading): string | null {
  if (!claim) return null;
  return `${small(sayAsAtDesk(locale, 'heldBy', { name: claim.curator }))}${BETWEEN}${moment(claim.until)}`;
}

/** What was decided, by whom and when, and what came of it. */
export function endedText({ request, kind, ended }: ReviewCard, reading: Reading): string {
  if (!ended) return '';
  const { locale } = reading;
  const { event } = ended;
  const edited = event.kind === 'approved' && event.approval.prompt !== request.prompt;
  const what = `**${escapeText(sayEnded(locale, ended, edited))}**${BETWEEN}${moment(ended.at)}`;
  const why = event.kind === 'declined' ? [sayReason(locale, event.decline.reason), event.decline.note ?? ''] : [];
  const note = event.kind === 'taken-down' && event.by !== 'requester' ? [event.reason] : why;
  const reasons = note.filter((each) => each !== '').map((each) => small(isolate(locale, each)));
  return [what, ...reasons, ...(kind === 'reported' ? [] : cameOf(request, ended.to, reading))].join('\n');
}

/** How it stands, where that is more than the decision says. */
function cameOf(request: PromptRequest, then: PromptRequest['state'], reading: Reading): string[] {
  const { state } = request;
  const told = ['delivered', 'failed', 'blocked', 'withdrawn', 'removed'].includes(state) && state !== then;
  if (!told) return [];
  const link = request.state === 'delivered' ? clipLink(request, reading) : null;
  return [[small(sayState(reading.locale, state)), ...(link ? [link] : [])].join(BETWEEN)];
}

function titleOf({ request, kind }: ReviewCard, locale: Locale): string {
  switch (kind) {
    case 'review':
      if (request.state === 'received') return sayToCurators(locale, 'title-checking');
      if (request.state !== 'in-review') return sayToCurators(locale, 'title-review');
      if (request.escalated) return sayToCurators(locale, 'title-escalated');
      if (request.appealOf) return sayToCurators(locale, `title-appeal-${request.appealOf}`);
      return sayToCurators(locale, 'title-review');
    case 'failed':
      return sayAsAtDesk(locale, 'attentionFailed');
    case 'clip-on-hold':
      return sayAsAtDesk(locale, 'attentionClipOnHold');
    case 'may-have-been-billed':
      return sayAsAtDesk(locale, 'attentionMayHaveBeenBilled');
    case 'reported':
      return sayAsAtDesk(locale, 'attentionReported');
    case 'appealed':
      return sayAsAtDesk(locale, 'attentionAppealed');
    default:
      return kind satisfies never;
  }
}

function whoAndWhere(request: PromptRequest, reading: Reading): string {
  const { requester, post } = request;
  const { locale } = reading;
  const person = escapeToFit(isolate(locale, requester.name), LONGEST_NAME);
  // Discord's own form as well, so that a press on the name shows who it is; nobody is pinged by it.
  const account = requester.platform === DISCORD ? `<@${requester.id}>` : '';
  const clip = request.state === 'delivered' ? clipLink(request, reading) : null;
  return [person, account, ...whereAsked(post, reading), clip ?? ''].filter((part) => part !== '').join(BETWEEN);
}

function whereAsked(post: PromptRequest['post'], { locale, guildOf }: Reading): string[] {
  if (post.platform === 'room') return [sayToCurators(locale, 'asked-in-room')];
  if (post.platform !== DISCORD) return [escapeText(sayToCurators(locale, 'asked-on', { platform: post.platform }))];
  const guild = guildOf(post.channel);
  if (guild === null) return [sayToCurators(locale, 'asked-directly')];
  if (isCommandRef(post)) return [`<#${post.channel}>`];
  return [`<#${post.channel}>`, link(sayToCurators(locale, 'link-message'), guild, post)];
}

function clipLink(
  { reply }: Extract<PromptRequest, { state: 'delivered' }>,
  { locale, guildOf }: Reading,
): string | null {
  const guild = reply.platform === DISCORD ? guildOf(reply.channel) : null;
  return guild === null ? null : link(sayToCurators(locale, 'link-clip'), guild, reply);
}

function link(text: string, guild: string, { channel, id }: { channel: string; id: string }): string {
  return `[${text}](https://discord.com/channels/${guild}/${channel}/${id})`;
}

function secondLookLines(request: PromptRequest, locale: Locale): string[] {
  const second = secondLookOf(request);
  if (!second) return [];
  if (second.first === null) return [`**${escapeText(sayAsAtDesk(locale, 'twoMustApprove'))}**`];
  const said = request.state === 'finishing' ? 'oneMoreToRelease' : 'oneMoreNeeded';
  const noted = `**${escapeText(sayAsAtDesk(locale, said, { name: second.first }))}**`;
  const text = toApprove(request).prompt;
  // What is approved by the next press must be read first.
  return request.state !== 'in-review' || text === request.prompt
    ? [noted]
    : [noted, ownDirection(text, locale, LONGEST_REASON)];
}

function flagLines({ flags }: CardDetails, locale: Locale): string[] {
  if (flags.length === 0) return [small(sayAsAtDesk(locale, 'noFlags'))];
  const lines = flags.slice(0, MOST_FLAGS).map(({ policy, evidence, readAs }) => {
    const title = `**${escapeText(policyText(locale, policy).title)}**`;
    const seen =
      evidence === ''
        ? title
        : `${title} ${escapeToFit(oneLine(sayToCurators(locale, 'flag-evidence', { evidence })), LONGEST_FLAG)}`;
    return readAs === undefined
      ? seen
      : `${seen} · ${escapeToFit(sayAsAtDesk(locale, 'readAs', { excuse: sayExcuse(locale, readAs) }), LONGEST_FLAG)}`;
  });
  return flags.length > MOST_FLAGS ? [...lines, small(`+ ${flags.length - MOST_FLAGS}`)] : lines;
}

function planLines(request: PromptRequest, { plan, cannotMake }: CardDetails, reading: Reading): string[] {
  const { locale, optionsOf } = reading;
  const asked = optionsOf(request);
  const options = asked === '' ? [] : [small(sayToCurators(locale, 'asked-for', { options: asked }))];
  if (!plan) {
    return [`**${escapeText(sayToCurators(locale, 'no-plan'))}**`, ...cannotMake.map((why) => small(why)), ...options];
  }
  const made = [
    sayAsAtDesk(locale, 'seconds', { count: plan.seconds }),
    isolate(locale, `${plan.width} × ${plan.height}`),
    sayCost(locale, plan.costUsd),
    isolate(locale, plan.engine),
  ];
  const waits = plan.waits === null ? [] : [`**${escapeText(plan.waits)}**`];
  return [escapeText(made.join(BETWEEN)), ...waits, ...plan.changes.map((change) => small(change)), ...options];
}

const NO_STILL = {
  moderation: 'stillModeration',
  maker: 'stillMaker',
  'not-a-picture': 'stillNotAPicture',
  budget: 'stillBudget',
  screening: 'stillScreening',
} as const;

function stillLines(request: PromptRequest, locale: Locale): string[] {
  const still = request.state === 'in-review' ? request.still : undefined;
  switch (still?.state) {
    case undefined:
      return [];
    case 'made':
      if (still.prompt === toApprove(request).prompt) return [small(sayAsAtDesk(locale, 'stillBegins'))];
      return [small(sayAsAtDesk(locale, 'stillOtherWords')), ownDirection(still.prompt, locale, LONGEST_FLAG)];
    case 'failed':
      return [small(sayAsAtDesk(locale, NO_STILL[still.failure.kind]))];
    case 'uncertain':
      return [`**${escapeText(sayAsAtDesk(locale, 'stillUncertain'))}**`];
    default:
      return [small(sayAsAtDesk(locale, 'stillMaking'))];
  }
}

function recordLine({ requester }: PromptRequest, { record }: CardDetails, locale: Locale): string {
  const counts = [
    sayAsAtDesk(locale, 'recordAsked', { count: record.asked }),
    ...(record.delivered > 0 ? [sayAsAtDesk(locale, 'recordDelivered', { count: record.delivered })] : []),
    ...(record.declined > 0 ? [sayAsAtDesk(locale, 'recordDeclined', { count: record.declined })] : []),
    ...(record.refused > 0 ? [sayAsAtDesk(locale, 'recordRefused', { count: record.refused })] : []),
  ];
  return `${isolate(locale, requester.name)}: ${counts.join(BETWEEN)}`;
}

function strikeLines({ strikes: { weight, blockedUntil } }: CardDetails, locale: Locale): string[] {
  if (weight === 0) return [];
  const counts = sayAsAtDesk(locale, 'strikes', { weight });
  if (blockedUntil === null) return [small(counts)];
  return [small(`${counts}${BETWEEN}${sayAsAtDesk(locale, 'strikesBlocked', { date: sayDay(locale, blockedUntil) })}`)];
}

function similarLines({ similar }: CardDetails, reading: Reading): string[] {
  const { locale } = reading;
  if (similar.length === 0) return [];
  const lines = similar.map((request) => {
    const words = escapeToFit(isolate(locale, oneLine(request.prompt)), LONGEST_SIMILAR);
    const clip = request.state === 'delivered' ? clipLink(request, reading) : null;
    return `-# ${[words, escapeText(sayState(locale, request.state)), ...(clip ? [clip] : [])].join(BETWEEN)}`;
  });
  return [small(`${sayAsAtDesk(locale, 'similar')}:`), ...lines];
}

/** As a quote in which each line keeps its direction to itself, and nothing can pose as a line of ours. */
function ownDirection(text: string, locale: Locale, most: number, mostLines = MOST_LINES): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const kept = lines.filter((line) => line !== '').map((line) => isolate(locale, line));
  const shown = kept.length > mostLines ? [...kept.slice(0, mostLines), '…'] : kept;
  return escapeToFit(shown.join('\n'), most - QUOTED.length * shown.length)
    .split('\n')
    .map((line) => `${QUOTED}${line}`)
    .join('\n');
}

/** Discord's small print. */
function small(text: string): string {
  return `-# ${escapeToFit(oneLine(text), LONGEST_LINE)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A moment, as each reader's Discord tells it: how long ago. */
function moment(instant: string): string {
  return `<t:${Math.floor(Date.parse(instant) / 1000)}:R>`;
}
