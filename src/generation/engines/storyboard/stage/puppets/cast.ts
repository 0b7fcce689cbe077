import type { Motion, StageReading, SubjectReading } from '../../../../prompt-words/stage-reading.ts';
import { between } from '../../random.ts';
import type { Backdrop, StageSet } from '../stage-set.ts';
import { TRAVEL } from './motions.ts';
import { statureOf } from './statures.ts';

/** One cut-out and its place on the stage. Lengths in pixels of the frame. */
export interface Role {
  subject: SubjectReading;
  size: number;
  /** The middle of it, and its foot; of those in the air, their middle. */
  x: number;
  y: number;
  footed: boolean;
  depth: number;
  motion: Motion;
  phase: number;
  /** How fast it goes to and fro, in pixels a second; how far; and where it begins, 0 to 1. */
  pace: number;
  span: number;
  start: number;
  /** Hangs from a thread rather than stands. */
  threaded: boolean;
  /** Stands or rides on another. */
  carried: boolean;
}

const MOST_ROLES = 16;
const AIRBORNE = new Set<Motion>(['fly', 'float', 'fall']);

/** Gives every subject its place: the first in the middle, giants behind, what flies above, what is left of what. */
export function castRoles(set: StageSet, backdrop: Backdrop): Role[] {
  const subjects = set.reading.subjects;
  const total = Math.min(
    MOST_ROLES,
    subjects.reduce((sum, subject) => sum + subject.count, 0),
  );
  const scale = framingOf(set.reading) * (total <= 1 ? 1.3 : total === 2 ? 1.14 : Math.max(0.6, 1.08 - total * 0.04));
  const spots = orderSpots(subjects);
  const roles: Role[] = [];
  for (const [index, subject] of spots.entries()) {
    const copies = Math.min(subject.count, MOST_ROLES - roles.length);
    for (let copy = 0; copy < copies; copy++)
      roles.push(castOne(set, backdrop, { subject, index, of: spots.length, copy, copies, scale }));
  }
  stackAbove(roles, set);
  return roles.toSorted((one, other) => one.depth - other.depth || one.y - other.y);
}

interface Spot {
  subject: SubjectReading;
  index: number;
  of: number;
  copy: number;
  copies: number;
  scale: number;
}

function castOne(set: StageSet, backdrop: Backdrop, { subject, index, of, copy, copies, scale }: Spot): Role {
  const { width, height, unit, random } = set;
  const { kind } = subject;
  const celestial = kind === 'celestial';
  const swims = kind === 'fish' || subject.motion === 'swim';
  const inAir =
    AIRBORNE.has(subject.motion) ||
    celestial ||
    (backdrop.water === 'deep' && (swims || kind === 'thing' || kind === 'person'));
  const giant = kind === 'building' || statureOf(subject) > 0.52;
  const jitter = copies > 1 ? between(random, 0.84, 1.08) : 1;
  const size = Math.round(
    Math.min(unit * statureOf(subject) * scale * jitter * (giant ? 1.05 : 1), height * 0.66, width * 0.8),
  );
  const x = spread(width, of, index, copies, copy, random() - 0.5, size);
  const surface = backdrop.water === 'surface' && (swims || kind === 'boat');
  const row = copies > 1 ? (copy % 3) * 0.022 : 0;
  const ground = height * (backdrop.ground + (giant ? -0.035 : 0) + row);
  const pace = (TRAVEL[subject.motion] ?? 0) * unit;
  // Who goes somewhere needs room for it, and stays within the stage.
  const span =
    pace === 0 ? 0 : Math.min(width * (of === 1 && copies === 1 ? 0.6 : 0.36), Math.max(0, width - size * 1.1));
  const reach = (span + size * 0.9) / 2;
  return {
    subject,
    size,
    x: Math.min(Math.max(x, Math.min(reach, width / 2)), Math.max(width - reach, width / 2)),
    y: inAir
      ? Math.max(airHeight(set, backdrop, celestial, copies, copy), size * 0.62 + height * 0.05)
      : ground + (surface ? size * (swims ? 0.3 : 0.1) : 0),
    footed: !inAir,
    depth: celestial ? 0.3 : giant && !inAir ? 0.82 : 0.94 + row,
    motion: subject.motion,
    phase: copies > 1 ? random() : 0.1 * index,
    pace,
    span,
    start: between(random, 0.02, 0.3) + (copies > 1 ? copy * 0.03 : 0),
    threaded: inAir && !celestial && backdrop.water !== 'deep' && set.reading.setting !== 'space',
    carried: false,
  };
}

/** Subjects side by side; copies of one around its place. */
function spread(
  width: number,
  of: number,
  index: number,
  copies: number,
  copy: number,
  jitter: number,
  size: number,
): number {
  const slot = width / of;
  const middle = slot * (index + 0.5);
  const room = Math.min(slot * 0.86, width * 0.8, size * 1.25 * (copies - 1));
  const along = copies === 1 ? 0 : copy / (copies - 1) - 0.5;
  const x = middle + along * room + (copies > 1 ? jitter * size * 0.24 : jitter * slot * 0.08);
  return Math.min(width - size * 0.42, Math.max(size * 0.42, x));
}

function airHeight(set: StageSet, { air }: Backdrop, celestial: boolean, copies: number, copy: number): number {
  const { height, random } = set;
  if (celestial) return height * between(random, 0.18, 0.3);
  const along = copies > 1 ? (copy * 0.618) % 1 : between(random, 0.4, 0.6);
  return height * (air.top + 0.06 + (air.bottom - air.top) * along);
}

/** Left to right as the prompt wants it; otherwise the first one in the middle, the others to its sides. */
function orderSpots(subjects: readonly SubjectReading[]): SubjectReading[] {
  const left = subjects.filter((subject) => subject.placement === 'left');
  const right = subjects.filter((subject) => subject.placement === 'right');
  const free = subjects.filter((subject) => !left.includes(subject) && !right.includes(subject));
  if (left.length + right.length > 0) return [...left, ...free, ...right];
  const order: SubjectReading[] = [];
  for (const [index, subject] of free.entries()) {
    if (index % 2 === 0) order.push(subject);
    else order.unshift(subject);
  }
  return order;
}

/** What is "on top of" another is set down on it and goes along with it; who leaps or flies over it is not. */
function stackAbove(roles: Role[], { reading: { subjects }, width, height }: StageSet): void {
  for (const [index, subject] of subjects.entries()) {
    const other = subjects[index + 1];
    if (!other || (subject.placement !== 'above' && subject.placement !== 'below')) continue;
    const [above, below] = subject.placement === 'above' ? [subject, other] : [other, subject];
    const upper = roles.find((role) => role.subject === above);
    const lower = roles.find((role) => role.subject === below);
    if (!upper || !lower || !upper.footed || !lower.footed || above.motion === 'jump') continue;
    if (roles.length === 2) lower.x = width / 2;
    carry(upper, lower, height);
  }
}

function carry(upper: Role, lower: Role, height: number): void {
  const rides = upper.motion === 'drive' || upper.motion === 'run' || upper.motion === 'walk';
  if (rides && lower.motion === 'sway') lower.motion = 'walk';
  const wanted = Math.min(upper.size, lower.size * 0.7) + lower.size * 0.74;
  const shrink = Math.min(1, (lower.y - height * 0.1) / wanted);
  upper.size = Math.round(Math.min(upper.size, lower.size * 0.7) * shrink);
  lower.size = Math.round(lower.size * shrink);
  if (rides) Object.assign(lower, { pace: Math.max(upper.pace, lower.pace), span: Math.max(upper.span, lower.span) });
  const { x, pace, span, start, phase } = lower;
  Object.assign(upper, {
    x,
    pace,
    span,
    start,
    phase,
    y: lower.y - lower.size * 0.74,
    depth: lower.depth + 0.001,
    carried: true,
    motion: 'rest',
  });
}

function framingOf({ camera }: StageReading): number {
  if (camera.framing === 'close') return 1.4;
  return camera.framing === 'wide' ? 0.72 : 1;
}
