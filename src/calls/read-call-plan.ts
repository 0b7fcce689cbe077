import type { Call, MemberLimits } from './call.ts';
import { MOST_PLACES, USUAL_WINNERS, type WinnersRule } from './winners-rule.ts';

/** What was written into a field, or that it cannot be read. */
export type Reading<Value> = { read: true; value: Value } | { read: false };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const LATEST_MS = 8_640_000_000_000_000;

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(m|min|minutes?|دقيقة|دقائق)$/, MINUTE_MS],
  [/^(h|hours?|ساعة|ساعات)$/, HOUR_MS],
  [/^(d|days?|يوم|يوما|يومًا|أيام|ايام)$/, DAY_MS],
  [/^(w|weeks?|أسبوع|اسبوع|أسابيع|اسابيع)$/, 7 * DAY_MS],
];
const SPAN = /^(\d{1,6})\s*(\p{L}[\p{L}\p{M}]*)$/u;
const MOMENT = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]+(\d{1,2}):(\d{2}))?\s*(?:utc|z)?$/;

/** When a call opens and ends as it stands. */
export type Window = Pick<Call, 'opensAt' | 'closesAt'>;

/**
 * When a call ends: so much longer than it stands (`36h`, `7 days`, `٣ أيام`), or a moment in UTC (`2026-12-01 18:00`; a day
 * alone is meant to its end). What is written as `writeEnd` has it stays to the millisecond. Nothing written: null.
 */
export function readEnd(written: string, { opensAt, closesAt }: Window, now: Date): Reading<string | null> {
  if (closesAt !== null && written.trim() === writeEnd(closesAt)) return { read: true, value: closesAt };
  // One without an end is meant to be open so long; nothing is longer by a time that has passed.
  const from = Math.max(Date.parse(closesAt ?? opensAt), now.getTime());
  return readInstant(written, new Date(from), DAY_MS);
}

/** When it opens: so long from now, or a moment; a day alone is meant from its beginning. Nothing written: null. */
export function readOpening(written: string, now: Date): Reading<string | null> {
  return readInstant(written, now, 0);
}

/** `ofDay`: what is meant of a day alone, in milliseconds from its beginning. */
function readInstant(written: string, from: Date, ofDay: number): Reading<string | null> {
  const text = plain(written);
  if (text === '') return { read: true, value: null };
  const ms = readSpan(text, from) ?? readMoment(text, ofDay);
  return ms === null || Math.abs(ms) > LATEST_MS ? { read: false } : { read: true, value: new Date(ms).toISOString() };
}

function readSpan(text: string, from: Date): number | null {
  const [, count, unit = ''] = SPAN.exec(text) ?? [];
  const unitMs = UNITS.find(([name]) => name.test(unit))?.[1];
  return count === undefined || unitMs === undefined ? null : from.getTime() + Number(count) * unitMs;
}

function readMoment(text: string, ofDay: number): number | null {
  const found = MOMENT.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour, minute] = found
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const at = new Date(Date.UTC(year, month - 1, day, hour ?? 0, minute ?? 0));
  // The 31st of June would be taken for the first of July.
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && (hour ?? 0) < 24 && (minute ?? 0) < 60;
  if (!isReal) return null;
  return hour === undefined ? at.getTime() + ofDay : at.getTime();
}

/** An amount of US dollars, to the cent: `12`, `$12.50`. Nothing written: null, no limit. */
export function readBudget(written: string): Reading<number | null> {
  const text = plain(written)
    .replace(/^(\$|usd)\s*|\s*(\$|usd)$/g, '')
    .replace(/^(\d{1,9})[,\u066b](\d{1,2})$/, '$1.$2');
  if (text === '') return { read: true, value: null };
  return /^\d{1,9}(\.\d{1,2})?$/.test(text) ? { read: true, value: Number(text) } : { read: false };
}

const CAPS = [
  'perMemberPerCall',
  'perMemberPerDay',
  'openPerMember',
] as const satisfies readonly (keyof MemberLimits)[];

/**
 * What one member may ask for in a call: in all, a day and at the same time, as `5/2/1`. What is left out holds as it
 * does everywhere.
 */
export function readCaps(written: string): Reading<Partial<MemberLimits>> {
  const parts = plain(written)
    .split('/')
    .map((part) => part.trim());
  if (parts.length > CAPS.length || !parts.every((part) => /^\d{0,7}$/.test(part))) return { read: false };
  const given = CAPS.flatMap((cap, place) => (parts[place] ? [[cap, Number(parts[place])] as const] : []));
  return { read: true, value: Object.fromEntries(given) };
}

const WINNERS_WORDS: readonly (readonly [RegExp, WinnersRule['by']])[] = [
  [/^(votes?|أصوات|اصوات|الأصوات)$/, 'votes'],
  [/^(duels?|مبارزات|المبارزات)$/, 'duels'],
];

/** How winners are found, and how many places there are: `votes 3`, `duels`. Nothing written: as calls usually are. */
export function readWinners(written: string): Reading<WinnersRule> {
  const text = plain(written);
  if (text === '') return { read: true, value: USUAL_WINNERS };
  const [, word = '', places] = /^(\p{L}[\p{L}\p{M}]*)\s*(\d{1,2})?$/u.exec(text) ?? [];
  const by = WINNERS_WORDS.find(([name]) => name.test(word))?.[1];
  const count = places === undefined ? USUAL_WINNERS.places : Number(places);
  if (by === undefined || count < 1 || count > MOST_PLACES) return { read: false };
  return { read: true, value: { by, places: count } };
}

/** As `readEnd`, `readBudget`, `readCaps` and `readWinners` read it again. */
export function writeEnd(closesAt: string | null): string {
  return closesAt === null ? '' : closesAt.slice(0, 16).replace('T', ' ');
}

export function writeBudget(budgetUsd: number | null): string {
  return budgetUsd === null ? '' : String(budgetUsd);
}

export function writeWinners({ by, places }: WinnersRule): string {
  return `${by} ${places}`;
}

export function writeCaps(caps: Partial<MemberLimits>): string {
  return CAPS.map((cap) => caps[cap] ?? '')
    .join('/')
    .replace(/\/+$/, '');
}

/** In small letters, with the digits of every script as ours. */
function plain(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
