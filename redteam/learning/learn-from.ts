import type { LabelledPrompt } from '../labelled-prompt.ts';
import { COLUMNS, type Features, featuresOf } from './features.ts';

/** How harmful a text seems, as log odds. */
export type Score = (text: string) => number;

const ROUNDS = 12;
const STEP = 0.3;
const SHRINK = 0.001;

/**
 * Logistic regression over hashed features, by AdaGrad; both labels weigh the same, however many rows have them. The same
 * rows give the same model.
 */
export function learnFrom(rows: readonly LabelledPrompt[]): Score {
  const weights = new Float32Array(COLUMNS);
  const squares = new Float32Array(COLUMNS).fill(1e-8);
  let bias = 0;
  const harmful = rows.filter((row) => row.harmful).length;
  const share = { harmful: rows.length / (2 * harmful), harmless: rows.length / (2 * (rows.length - harmful)) };
  const examples = rows.map((row) => ({ features: featuresOf(row.text), target: row.harmful ? 1 : 0 }));
  const score = (features: Features) =>
    features.reduce((sum, [column, weight]) => sum + (weights[column] ?? 0) * weight, bias);
  const next = shuffles(1);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { features, target } of next(examples)) {
      const odds = 1 / (1 + Math.exp(-score(features)));
      const error = (odds - target) * (target === 1 ? share.harmful : share.harmless);
      bias -= 0.02 * error;
      for (const [column, weight] of features) {
        const slope = error * weight + SHRINK * (weights[column] ?? 0);
        squares[column] = (squares[column] ?? 0) + slope * slope;
        weights[column] = (weights[column] ?? 0) - (STEP * slope) / Math.sqrt(squares[column] ?? 1);
      }
    }
  }
  return (text) => score(featuresOf(text));
}

/** The same orders each time, from a seed (a linear congruential generator). */
function shuffles(seed: number) {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
  return <Item>(items: readonly Item[]): Item[] => {
    const order = [...items];
    for (let place = order.length - 1; place > 0; place -= 1) {
      const other = below(place + 1);
      [order[place], order[other]] = [order[other] as Item, order[place] as Item];
    }
    return order;
  };
}
