import type { Found } from './lexicon.ts';
import { findSettings } from './scene-words.ts';
import type { Kind, Setting, SubjectReading } from './stage-reading.ts';
import type { Word } from './words.ts';

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
  food: 'room',
  celestial: 'sky',
};

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
]);

/** The place a prompt names; else where its subjects are at home; else the bare stage. */
export function readSetting(words: readonly Word[], subjects: readonly SubjectReading[]): Setting {
  const found = findSettings(words);
  const named = strongest(found, words);
  if (named) return named.meaning;
  const homes = subjects.map(({ sprite, kind }) => HOME_OF_SPRITE.get(sprite) ?? HOME[kind]);
  const known = homes.filter((home) => home !== undefined);
  // A bird and a cat need ground to stand on; a fish and a bird, the sea.
  return known.find((home) => home !== 'sky') ?? known[0] ?? 'stage';
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
