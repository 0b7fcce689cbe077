import {
  canAppeal,
  type Decline,
  type Locale,
  NOT_CHOSEN,
  type PromptRequest,
  type RequestIn,
  type Shot,
} from '../requests/index.ts';
import { DECLINE_REASONS, type DeclineReason } from './decline-reasons.ts';
import { percent, say } from './say.ts';
import { sayWhy } from './say-policy.ts';

/**
 * How a request stands, in the words for its requester. `placeInLine` is how many wait before it, where it waits.
 * `appeals`: whether they can appeal where they read it.
 */
export function sayStatus(
  locale: Locale,
  request: PromptRequest,
  placeInLine: number | null = null,
  { appeals }: { appeals: boolean } = { appeals: false },
): string {
  const status = sayState(locale, request, placeInLine);
  // Where there is room for it: a reply on X is short, and the only one.
  const strike = appeals && request.state === 'refused' && request.strike?.counts !== false;
  const counts = strike ? say(locale, 'strike-counts') : null;
  return [status, counts, sayAppeal(locale, request, appeals)].filter((each) => each !== null).join(' ');
}

/**
 * Why nothing came of what was asked on X, for whoever knows the post: without the notes of curators, and with how its
 * author can appeal there.
 */
export function sayWhyNothingCame(locale: Locale, request: RequestIn<'refused' | 'declined' | 'blocked'>): string {
  const status =
    request.state === 'declined'
      ? sayDeclined(locale, { ...request.decline, note: null })
      : sayState(locale, request, null);
  if (canAppeal(request)) return `${status} ${say(locale, 'appeal-on-x')}`;
  const { appeal, state } = request;
  if (!appeal || appeal.of !== state) return status;
  return `${status} ${say(locale, appeal.decided ? 'appeal-dismissed' : 'appeal-waiting')}`;
}

function sayState(locale: Locale, request: PromptRequest, placeInLine: number | null): string {
  switch (request.state) {
    case 'in-review':
      return say(locale, request.appealOf && request.appeal ? 'status-appeal-upheld' : 'status-in-review');
    case 'held':
      return say(locale, request.hold.kind === 'question' ? 'status-asked' : 'status-held');
    case 'approved':
      return sayPlace(locale, placeInLine);
    case 'generating':
      return request.shots.some(({ state }) => state === 'uncertain')
        ? say(locale, 'status-on-hold')
        : sayGenerating(locale, request.shots);
    case 'finishing':
      return say(locale, request.clipVerdict?.outcome === 'review' ? 'status-last-look' : 'status-finishing');
    case 'refused':
      return say(locale, 'status-refused', { why: { said: sayWhy(locale, request.verdict) } });
    case 'declined':
      return sayDeclined(locale, request.decline);
    case 'blocked':
      return say(locale, 'status-blocked', { why: { said: sayWhy(locale, request.clipVerdict) } });
    case 'delivered':
      return say(locale, 'status-delivered', { name: `@${request.requester.name}` });
    default:
      return say(locale, `status-${request.state}`);
  }
}

function sayAppeal(locale: Locale, request: PromptRequest, offered: boolean): string | null {
  if (canAppeal(request)) return offered ? say(locale, 'appeal-offered') : null;
  const { appeal, state } = request;
  if (!appeal || appeal.of !== state) return null;
  if (!appeal.decided) return say(locale, 'appeal-waiting');
  if (appeal.decided.upheld) return null;
  const { note } = appeal.decided;
  const stays = say(locale, 'appeal-dismissed');
  return note === null ? stays : `${stays} ${say(locale, 'curator-wrote', { note })}`;
}

/** How far all shots together are, from 0 to 1. */
export function progressOf(shots: readonly Shot[]): number {
  const total = shots.reduce((sum, { order }) => sum + order.seconds, 0);
  const done = shots.reduce((sum, shot) => sum + shot.order.seconds * shareDone(shot), 0);
  return total === 0 ? 0 : done / total;
}

const BAR_LENGTH = 12;

/** A bar of text that fills in the direction in which the language is read. */
export function progressBar(locale: Locale, share: number): string {
  const full = Math.min(BAR_LENGTH, Math.max(0, Math.floor(share * BAR_LENGTH)));
  const bar = '█'.repeat(full) + '░'.repeat(BAR_LENGTH - full);
  return locale === 'ar' ? `\u2067${bar}\u2069` : bar;
}

function sayGenerating(locale: Locale, shots: readonly Shot[]): string {
  const progress = percent(locale, progressOf(shots));
  if (shots.length === 1) return say(locale, 'status-generating', { progress });
  const done = shots.filter(({ state }) => state === 'downloaded').length;
  const shot = Math.min(done + 1, shots.length);
  return say(locale, 'status-generating-shots', { progress, shot, count: shots.length });
}

function shareDone(shot: Shot): number {
  if (shot.state === 'running') return shot.progress;
  return shot.state === 'rendered' || shot.state === 'downloaded' ? 1 : 0;
}

function sayPlace(locale: Locale, placeInLine: number | null): string {
  if (placeInLine === null) return say(locale, 'status-waiting');
  return placeInLine === 0 ? say(locale, 'status-next') : say(locale, 'status-in-line', { place: placeInLine + 1 });
}

function sayDeclined(locale: Locale, { reason, note }: Decline): string {
  if (reason === NOT_CHOSEN) return say(locale, 'status-not-chosen');
  const known: DeclineReason = DECLINE_REASONS.find((each) => each === reason) ?? 'other';
  const status = say(locale, 'status-declined', { why: { said: say(locale, `decline-${known}`) } });
  return note === null ? status : `${status} ${say(locale, 'curator-wrote', { note })}`;
}
