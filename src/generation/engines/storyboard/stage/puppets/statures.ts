import type { Kind, SubjectReading } from '../../../../prompt-words/stage-reading.ts';

/** Heights of the cut-outs in units: true enough to tell a mouse from an elephant, small enough to fit together. */
const BY_KIND: Record<Kind, number> = {
  person: 0.36,
  animal: 0.32,
  bird: 0.19,
  fish: 0.24,
  insect: 0.14,
  boat: 0.38,
  vehicle: 0.38,
  aircraft: 0.28,
  spacecraft: 0.32,
  celestial: 0.22,
  plant: 0.34,
  building: 0.56,
  furniture: 0.36,
  food: 0.24,
  thing: 0.22,
};

const BY_SPRITE: Record<number, string> = {
  0.56: 'deciduous-tree evergreen-tree palm-tree elephant mammoth giraffe sauropod t-rex whale spouting-whale christmas-tree',
  0.46: 'dragon horse camel two-hump-camel rhinoceros hippopotamus bison ship passenger-ship bus trolleybus locomotive train high-speed-train tram-car articulated-lorry fire-engine hot-air-balloon shark',
  0.4: 'lion tiger bear polar-bear panda cow ox moose gorilla unicorn zebra deer',
  0.24: 'cat black-cat rabbit fox monkey raccoon penguin beaver badger otter poodle teddy-bear baby chicken rooster duck goose skateboard rainbow',
  0.16: 'mouse rat hamster frog snail chipmunk hedgehog lizard crab scorpion spider baby-chick hatching-chick potable-water lotus',
  0.1: 'ant worm',
};

const SPECIAL: ReadonlyMap<string, number> = new Map(
  Object.entries(BY_SPRITE).flatMap(([size, names]) =>
    names.split(' ').map((name): [string, number] => [name, Number(size)]),
  ),
);

export function statureOf({ sprite, kind }: SubjectReading): number {
  return SPECIAL.get(sprite) ?? BY_KIND[kind];
}
