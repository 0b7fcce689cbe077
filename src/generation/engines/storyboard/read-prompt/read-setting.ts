import type { Found } from '../../../prompt-words/lexicon.ts';
import { findSettings, findWeathers } from '../../../prompt-words/scene-words.ts';
import type { Kind, Setting, SubjectReading } from '../../../prompt-words/stage-reading.ts';
import type { Word } from '../../../prompt-words/words.ts';

/** Words in front of a place: "in the forest" says more than "forest" alone. */
const PLACE_WORDS = new Set('in on at through across over under into inside along down above by near'.split(' '));

/** How far in front of the place such a word may stand, for articles and adjectives. */
const REACH = 3;

/** Where a thing is at home when the prompt names no place. */
const HOME: Partial<Record<Kind, Setting>> = {
  fish: 'underwater',
  boat: 'sea',
  vehicle: 'street',
  spacecraft: 'space',
  aircraft: 'sky',
  bird: 'sky',
  insect: 'meadow',
  animal: 'meadow',
  plant: 'meadow',
  building: 'village',
  furniture: 'room',
  celestial: 'sky',
  person: 'meadow',
};

/** Things and food are at home in a room, but they go where their owners are. */
const HOME_OF_THINGS: Setting = 'room';

/** Homes that differ from those of their kind. */
const HOME_OF_SPRITE = new Map<string, Setting>([
  ['astronaut', 'space'],
  ['ringed-planet', 'space'],
  ['mars-planet', 'space'],
  ['globe-showing-europe-africa', 'space'],
  ['comet', 'space'],
  ['satellite', 'space'],
  ['alien', 'space'],
  ['penguin', 'snowfield'],
  ['polar-bear', 'snowfield'],
  ['snowman', 'snowfield'],
  ['skier', 'snowfield'],
  ['snowboarder', 'snowfield'],
  ['iceberg', 'sea'],
  ['camel', 'desert'],
  ['two-hump-camel', 'desert'],
  ['cactus', 'desert'],
  ['monkey', 'forest'],
  ['gorilla', 'forest'],
  ['tiger', 'forest'],
  ['panda', 'forest'],
  ['bear', 'forest'],
  ['wolf', 'forest'],
  ['sloth', 'forest'],
  ['owl', 'forest'],
  ['deciduous-tree', 'meadow'],
  ['volcano', 'volcano'],
  ['person-swimming', 'sea'],
  ['person-surfing', 'sea'],
  ['mermaid', 'underwater'],
  ['lighthouse', 'sea'],
  ['office-building', 'city'],
  ['tokyo-tower', 'city'],
  ['statue-of-liberty', 'city'],
  ['snow-capped-mountain', 'mountains'],
  ['mount-fuji', 'mountains'],
  ['soccer-ball', 'field'],
  ['tennis', 'field'],
  ['baseball', 'field'],
  ['basketball', 'field'],
  ['american-football', 'field'],
  ['books', 'room'],
  ['open-book', 'room'],
  ['potted-plant', 'room'],
  ['seal', 'snowfield'],
  ['tornado', 'meadow'],
  ['duck', 'lake'],
  ['swan', 'lake'],
  ['frog', 'lake'],
  ['goose', 'lake'],
  ['flamingo', 'lake'],
  ['crocodile', 'lake'],
  ['hippopotamus', 'lake'],
  ['flying-disc', 'meadow'],
  ['kite', 'meadow'],
  ['skis', 'snowfield'],
  ['crab', 'beach'],
  ['spiral-shell', 'beach'],
  ['water-wave', 'sea'],
  ['fire', 'meadow'],
  ['rock', 'meadow'],
  ['snowflake', 'snowfield'],
  ['maple-leaf', 'forest'],
  ['fallen-leaf', 'forest'],
  ['nest-with-eggs', 'forest'],
  ['spider-web', 'forest'],
  ['bridge-at-night', 'city'],
  ['brick', 'street'],
]);

/** The place a prompt names; else where its subjects are at home; else the bare stage. */
export function readSetting(words: readonly Word[], subjects: readonly SubjectReading[]): Setting {
  const found = findSettings(words);
  const named = strongest(found, words)?.meaning;
  // Where sea and sand meet is a beach.
  if (named !== undefined && found.some(({ meaning }) => meaning === 'beach') && BESIDE_A_BEACH.has(named))
    return 'beach';
  return named ?? homeOf(subjects, words);
}

/** Drawings of what the backdrop itself shows, and larger. */
const SHOWN_BEHIND: Partial<Record<Setting, readonly string[]>> = {
  mountains: ['snow-capped-mountain', 'mount-fuji', 'mountain'],
  volcano: ['volcano'],
  room: ['window'],
};

/** The subjects that are still to be put in front of the backdrop. */
export function besidesBackdrop(subjects: readonly SubjectReading[], setting: Setting): SubjectReading[] {
  return subjects.filter(({ sprite }) => !SHOWN_BEHIND[setting]?.includes(sprite));
}

const BESIDE_A_BEACH: ReadonlySet<Setting> = new Set<Setting>(['sea', 'desert']);

function homeOf(subjects: readonly SubjectReading[], words: readonly Word[]): Setting {
  const homes = subjects.flatMap(({ sprite, kind }) => HOME_OF_SPRITE.get(sprite) ?? HOME[kind] ?? []);
  // A bird and a cat need ground to stand on; a dolphin and a rowboat meet where both can be seen.
  const home = homes.find((each) => each !== 'sky') ?? homes[0];
  if (home === 'underwater' && homes.includes('sea')) return 'sea';
  if (home === 'meadow' && subjects.some(({ kind }) => kind === 'furniture')) return 'room';
  if (home !== undefined) return isWetOutside(subjects, words) ? 'street' : home;
  return subjects.length > 0 ? HOME_OF_THINGS : 'stage';
}

/** People whom the rain catches, with nothing said of where: on their way. */
function isWetOutside(subjects: readonly SubjectReading[], words: readonly Word[]): boolean {
  const people = subjects.every(({ kind }) => kind === 'person' || kind === 'thing');
  return people && findWeathers(words)[0]?.meaning === 'rain';
}

function strongest(found: readonly Found<Setting>[], words: readonly Word[]): Found<Setting> | undefined {
  const weigh = ({ at, length, meaning }: Found<Setting>) => {
    const placed = words.slice(Math.max(0, at - REACH), at).some((word) => PLACE_WORDS.has(word.text));
    // A sky or the sea is often only what is behind, or above, the place itself.
    const vague = meaning === 'sky' || meaning === 'stage' ? 1 : 0;
    return (placed ? 2 : 0) + length * 0.5 - vague;
  };
  return found.toSorted((one, other) => weigh(other) - weigh(one) || one.at - other.at)[0];
}
