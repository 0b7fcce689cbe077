import { longestAt } from '../../../prompt-words/lexicon.ts';
import { countOf, findColours, findMotions, findPlacements } from '../../../prompt-words/manner-words.ts';
import { findSettings } from '../../../prompt-words/scene-words.ts';
import type { Colour, Kind, Motion, SubjectReading } from '../../../prompt-words/stage-reading.ts';
import type { Word } from '../../../prompt-words/words.ts';
import { kindOf, spriteForEmoji, spriteForNoun, spriteForPhrase } from './sprite-index.ts';

/** More than these would not fit on the stage. */
const MOST_SUBJECTS = 6;

/** How far in front of a noun its number and colour may stand. */
const REACH = 4;

/** How many are drawn where only the plural says that there are several. */
const PLURAL_COUNT = 3;

const NEGATIONS = new Set(['no', 'without', 'not']);
const ARTICLES = new Set(['a', 'an', 'any', 'the']);
const ONE = new Set(['a', 'an']);
/** What stands before one of these belongs to another noun: "a street with dogs". */
const JOINING = new Set('of with and or in on at by for from to near full'.split(' '));
const BEFORE_NOUNS = new Set('a an the this that his her my your our their its of and with'.split(' '));

interface Sighting extends SubjectReading {
  /** Index of the first word after it, for what is said of it. */
  from: number;
  until: number;
}

/** What a kind of thing does when nothing is said of it. */
const OWN_MOTION: Partial<Record<Kind, Motion>> = {
  bird: 'fly',
  fish: 'swim',
  insect: 'fly',
  boat: 'sail',
  vehicle: 'drive',
  aircraft: 'fly',
  spacecraft: 'fly',
  celestial: 'shine',
  building: 'rest',
  furniture: 'rest',
};

/** Drawings of people who are already doing it. */
const PEOPLE_DOING: readonly [RegExp, string][] = [
  [/^(?:surf)/, 'person-surfing'],
  [/^(?:swim|snorkel)/, 'person-swimming'],
  [/^(?:bicycl|cycling|biking)/, 'person-biking'],
  [/^(?:danc)/, 'woman-dancing'],
  [/^(?:run|jogg|sprint)/, 'person-running'],
  [/^(?:walk|stroll|hik|wander|march)/, 'person-walking'],
  [/^(?:climb)/, 'person-climbing'],
  [/^(?:juggl)/, 'person-juggling'],
  [/^(?:row|kayak|canoe|paddl)/, 'person-rowing-boat'],
  [/^(?:ski)/, 'skier'],
  [/^(?:snowboard)/, 'snowboarder'],
  [/^(?:meditat|yoga)/, 'person-in-lotus-position'],
  [/^(?:sing)/, 'singer'],
  [/^(?:cook|bak)/, 'cook'],
];
const PLAIN_PEOPLE = new Set([
  'person-standing',
  'man-standing',
  'woman-standing',
  'person',
  'man',
  'woman',
  'boy',
  'girl',
  'child',
]);

/** Finds what is to be seen, in the order of the prompt. `adjectives` says on which side of a noun they stand. */
export function findSubjects(words: readonly Word[], adjectives: 'before' | 'after'): SubjectReading[] {
  const sightings = sightNouns(words);
  colour(sightings, words, adjectives);
  moveThem(sightings, words);
  placeThem(sightings, words);
  return merge(sightings).slice(0, MOST_SUBJECTS);
}

function sightNouns(words: readonly Word[]): Sighting[] {
  const sightings: Sighting[] = [];
  for (let at = 0; at < words.length; at++) {
    const hit = spriteAt(words, at);
    const last = words[at + (hit?.length ?? 1) - 1];
    if (!hit || !last || isNegated(words, at)) continue;
    const kind = kindOf(hit.value);
    const spoken = words.slice(at, at + hit.length).map((word) => word.text);
    sightings.push({
      word: spoken.join(' '),
      sprite: hit.value,
      kind,
      count: countBefore(words, at, last.plural),
      colour: null,
      motion: OWN_MOTION[kind] ?? 'sway',
      placement: null,
      from: at,
      until: at + hit.length,
    });
    at += hit.length - 1;
  }
  return sightings;
}

/** "no boats", "without any boats". */
function isNegated(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text ?? '';
  const article = ARTICLES.has(before);
  return NEGATIONS.has(before) || (article && NEGATIONS.has(words[at - 2]?.text ?? ''));
}

function spriteAt(words: readonly Word[], at: number): { value: string; length: number } | null {
  const word = words[at];
  if (!word) return null;
  if (word.emoji) {
    const sprite = spriteForEmoji(word.text);
    return sprite ? { value: sprite, length: 1 } : null;
  }
  const named = longestAt(words, at, spriteForPhrase);
  if (named) return named;
  const before = words[at - 1]?.text ?? '';
  if (!BEFORE_NOUNS.has(before) && countOf(before) === null) return null;
  const next = words[at + 1];
  // "a rainy street": what stands in front of a thing is no thing itself.
  if (next && !next.afterPause && (spriteForPhrase(next.stem) || findSettings([next]).length > 0)) return null;
  const noun = spriteForNoun(word.stem);
  return noun ? { value: noun, length: 1 } : null;
}

function countBefore(words: readonly Word[], at: number, plural: boolean): number {
  let joined = false;
  for (let back = 1; back <= REACH && at - back >= 0; back++) {
    const word = words[at - back];
    if (!word || words[at - back + 1]?.afterPause || spriteAt(words, at - back)) break;
    // "a diplodocus" is one, whatever its last letter says.
    joined ||= JOINING.has(word.text);
    if (ONE.has(word.text) && !joined) return 1;
    const count = countOf(word.text);
    if (count !== null && (count > 1 || !plural)) return count;
  }
  return plural ? PLURAL_COUNT : 1;
}

function colour(sightings: Sighting[], words: readonly Word[], adjectives: 'before' | 'after'): void {
  for (const { meaning, at, length } of findColours(words)) {
    const owner = adjectives === 'before' ? next(sightings, at + length) : previous(sightings, at);
    const distance = owner ? (adjectives === 'before' ? owner.from - at : at - owner.until) : REACH + 1;
    if (owner && distance <= REACH && !pauseBetween(words, at, owner.from)) owner.colour ??= meaning;
  }
}

/** Colours that no subject took. */
export function looseColours(words: readonly Word[], subjects: readonly SubjectReading[]): Colour[] {
  const taken = new Set(subjects.map((subject) => subject.colour));
  return [...new Set(findColours(words).map((found) => found.meaning))].filter((found) => !taken.has(found));
}

function moveThem(sightings: Sighting[], words: readonly Word[]): void {
  for (const { meaning, at } of findMotions(words)) {
    // "a sleeping cat" and "a cat sleeping": the one that stands nearer, and before it in doubt.
    const before = previous(sightings, at);
    const after = next(sightings, at + 1);
    const adjective = after !== undefined && after.from - at === 1 && BEFORE_NOUNS.has(words[at - 1]?.text ?? '');
    const mover = adjective || !before ? after : before;
    if (!mover || mover.kind === 'building') continue;
    mover.motion = meaning;
    const verb = words[at]?.text ?? '';
    const doing = PEOPLE_DOING.find(([pattern]) => pattern.test(verb));
    if (doing && PLAIN_PEOPLE.has(mover.sprite)) mover.sprite = doing[1];
  }
}

function placeThem(sightings: Sighting[], words: readonly Word[]): void {
  for (const { meaning, at } of findPlacements(words)) {
    const owner = previous(sightings, at);
    if (owner && next(sightings, at + 1)) owner.placement ??= meaning;
  }
}

/** The same drawing twice is one subject, with the larger number. */
function merge(sightings: readonly Sighting[]): SubjectReading[] {
  const merged: SubjectReading[] = [];
  for (const { from: _from, until: _until, ...subject } of sightings) {
    const twin = merged.find(
      (other) => other.sprite === subject.sprite && (!subject.colour || subject.colour === other.colour),
    );
    if (!twin) merged.push(subject);
    else {
      twin.count = Math.max(twin.count, subject.count);
      if (subject.motion !== 'sway' && twin.motion === 'sway') twin.motion = subject.motion;
    }
  }
  return merged;
}

function previous(sightings: readonly Sighting[], at: number): Sighting | undefined {
  return sightings.findLast((sighting) => sighting.until <= at);
}

function next(sightings: readonly Sighting[], at: number): Sighting | undefined {
  return sightings.find((sighting) => sighting.from >= at);
}

function pauseBetween(words: readonly Word[], from: number, until: number): boolean {
  return words.slice(Math.min(from, until) + 1, Math.max(from, until) + 1).some((word) => word.afterPause);
}
