import type { DuelSum } from './duel-store.ts';
import { createGiveWay } from './give-way.ts';
import { solve } from './solve.ts';

/** How good a clip is, in natural logarithms of odds against the average of them all, and how sure that is. */
export interface Strength {
  id: string;
  strength: number;
  /** One standard deviation. */
  deviation: number;
  /** Answers that told which of two was better, this clip among them. */
  duels: number;
}

/**
 * How far clips lie apart before anything is known: by one, so that of two clips the better one wins four of five duels
 * (over all pairs, in the middle). It keeps a clip that won its only duel from being infinitely good.
 */
const PRIOR_VARIANCE = 1;
const MOST_STEPS = 100;
/** Of a win, so far from the top that nobody could see it. */
const CLOSE_ENOUGH = 1e-9;

/** Of a deviation this changes the tenth figure, and takes half of the time. */
const FOR_DEVIATIONS = 1e-4;

interface Edge {
  one: number;
  other: number;
  wins: number;
  duels: number;
}

/**
 * Strengths by the model of Bradley and Terry (1952), which says that a beats b with the odds `exp(a - b)`: what is most
 * likely after all duels, found by Newton's method, and its deviation from the curvature there. The order of the answers
 * and of the clips changes nothing, to the last bit: both are sorted first. Sums about clips that are not among `ids` are
 * left out. The strongest come first. It takes its time, but gives way.
 */
export async function rateClips(ids: readonly string[], sums: readonly DuelSum[]): Promise<Strength[]> {
  const clips = [...new Set(ids)].sort();
  const edges = edgesOf(clips, sums);
  const giveWay = createGiveWay();
  const strengths = await mostLikely(clips.length, edges, giveWay);
  const curvature = curvatureAt(strengths, edges);
  const duels = new Float64Array(clips.length);
  for (const edge of edges) {
    add(duels, edge.one, edge.duels);
    add(duels, edge.other, edge.duels);
  }
  const rated: Strength[] = [];
  for (const [place, id] of clips.entries()) {
    await giveWay();
    const alone = new Float64Array(clips.length);
    alone[place] = 1;
    // The covariance is the inverse of the curvature; each clip's own variance stands on its diagonal. How good they all
    // are together no duel tells: that part of it is the prior's, and no matter among them.
    const own = duels[place] === 0 ? PRIOR_VARIANCE : at(solve(curvature, alone, FOR_DEVIATIONS), place);
    const variance = own - PRIOR_VARIANCE / clips.length;
    rated.push({ id, strength: at(strengths, place), deviation: Math.sqrt(variance), duels: at(duels, place) });
  }
  return rated.sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
}

/** How likely it is that who lies ahead by so much is found better. */
export function winsBy(ahead: number): number {
  return 1 / (1 + Math.exp(-ahead));
}

function edgesOf(clips: readonly string[], sums: readonly DuelSum[]): Edge[] {
  const places = new Map(clips.map((id, place) => [id, place]));
  const edges = new Map<number, Edge>();
  for (const { first, second, firstWins, secondWins } of sums) {
    const [a, b] = [places.get(first), places.get(second)];
    if (a === undefined || b === undefined || a === b || firstWins + secondWins === 0) continue;
    const [one, other, wins] = a < b ? [a, b, firstWins] : [b, a, secondWins];
    const key = one * clips.length + other;
    const edge = edges.get(key) ?? { one, other, wins: 0, duels: 0 };
    edges.set(key, { ...edge, wins: edge.wins + wins, duels: edge.duels + firstWins + secondWins });
  }
  return [...edges].sort(([a], [b]) => a - b).map(([, edge]) => edge);
}

async function mostLikely(count: number, edges: readonly Edge[], giveWay: () => Promise<void>): Promise<Float64Array> {
  let strengths = new Float64Array(count);
  let likelihood = likelihoodOf(strengths, edges);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await giveWay();
    const slope = slopeAt(strengths, edges);
    if (slope.every((each) => Math.abs(each) < CLOSE_ENOUGH)) break;
    const direction = solve(curvatureAt(strengths, edges), slope);
    const next = uphill(strengths, direction, edges, likelihood);
    if (next === null) break;
    ({ strengths, likelihood } = next);
  }
  return strengths;
}

/** A whole step may lead past the top and down again: then a half is taken, and so on. Null: it is the top. */
function uphill(strengths: Float64Array, direction: Float64Array, edges: readonly Edge[], before: number) {
  for (let size = 1; size > 1e-6; size /= 2) {
    const tried = strengths.map((strength, place) => strength + size * at(direction, place));
    const likelihood = likelihoodOf(tried, edges);
    if (likelihood >= before) return { strengths: tried, likelihood };
  }
  return null;
}

/** The logarithm of it, up to what is the same for all strengths. */
function likelihoodOf(strengths: Float64Array, edges: readonly Edge[]): number {
  let sum = 0;
  for (const strength of strengths) sum -= strength ** 2 / (2 * PRIOR_VARIANCE);
  for (const { one, other, wins, duels } of edges) {
    const ahead = at(strengths, one) - at(strengths, other);
    sum += wins * ahead - duels * softplus(ahead);
  }
  return sum;
}

/** log(1 + exp(x)) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function slopeAt(strengths: Float64Array, edges: readonly Edge[]): Float64Array {
  const slope = strengths.map((strength) => -strength / PRIOR_VARIANCE);
  for (const { one, other, wins, duels } of edges) {
    const more = wins - duels * winsBy(at(strengths, one) - at(strengths, other));
    add(slope, one, more);
    add(slope, other, -more);
  }
  return slope;
}

/** The negative second derivative: a diagonal, and a number between each two clips that met. */
function curvatureAt(strengths: Float64Array, edges: readonly Edge[]) {
  const diagonal = new Float64Array(strengths.length).fill(1 / PRIOR_VARIANCE);
  const between = edges.map(({ one, other, duels }) => {
    const chance = winsBy(at(strengths, one) - at(strengths, other));
    const weight = duels * chance * (1 - chance);
    add(diagonal, one, weight);
    add(diagonal, other, weight);
    return { one, other, weight: -weight };
  });
  return { diagonal, between };
}

function at(numbers: Float64Array, place: number): number {
  return numbers[place] ?? 0;
}

function add(numbers: Float64Array, place: number, more: number): void {
  numbers[place] = at(numbers, place) + more;
}
