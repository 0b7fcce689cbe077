import type { Effect, Weather } from '../../../../prompt-words/stage-reading.ts';
import type { StageSet } from '../stage-set.ts';
import type { Air, CreateAir } from './air.ts';
import { createBubbles } from './bubbles.ts';
import { createFire } from './fire.ts';
import { createFireworks } from './fireworks.ts';
import { createFog } from './fog.ts';
import { createNotes } from './notes.ts';
import { createRain } from './rain.ts';
import { createScraps } from './scraps.ts';
import { createSmoke } from './smoke.ts';
import { createSnow } from './snow.ts';
import { createSparkles } from './sparkles.ts';
import { createTwinkle } from './twinkle.ts';
import { createWind } from './wind.ts';

const BY_WEATHER: Partial<Record<Weather, CreateAir>> = {
  rain: createRain,
  storm: createRain,
  snow: createSnow,
  fog: createFog,
  wind: createWind,
};

const BY_EFFECT: Record<Effect, CreateAir> = {
  fireworks: createFireworks,
  fire: createFire,
  smoke: createSmoke,
  bubbles: createBubbles,
  leaves: (set) => createScraps(set, 'leaves'),
  petals: (set) => createScraps(set, 'petals'),
  confetti: (set) => createScraps(set, 'confetti'),
  sparkles: createSparkles,
  notes: createNotes,
};

/** Everything that moves in the air of this scene. */
export async function createAirs(set: StageSet): Promise<Air[]> {
  const { weather, setting, effects, time } = set.reading;
  const makers = new Set<CreateAir>(effects.map((effect) => BY_EFFECT[effect]));
  const byWeather = BY_WEATHER[weather];
  if (byWeather) makers.add(byWeather);
  if (setting === 'underwater') makers.add(createBubbles);
  if (setting === 'volcano') makers.add(createSmoke);
  const starry =
    setting === 'space' ||
    (time === 'night' &&
      (weather === 'clear' || weather === 'sunny') &&
      setting !== 'room' &&
      setting !== 'underwater');
  if (starry) makers.add(createTwinkle);
  return Promise.all([...makers].map((make) => make(set)));
}
