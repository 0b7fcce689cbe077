import { describe, expect, it } from 'vitest';
import { planClip } from '../../../src/generation/plan-clip.ts';
import type { ScriptShot } from '../../../src/requests/index.ts';
import { engineLimits } from '../../samples/engine-limits.ts';
import { aFile } from '../../samples/requests.ts';

const limits = engineLimits();
const usual = { id: 'usual', limits };
const other = { id: 'other', limits: { ...limits, pricePerSecond: 0 } };
const words = { subject: 'a boat', setting: 'the sea', camera: '', light: '', style: '', sound: 'waves' };
const shot = (changes: Partial<ScriptShot>): ScriptShot => ({
  ...words,
  action: 'it sails',
  seconds: 8,
  begins: 'cut',
  ...changes,
});

describe('a plan', () => {
  it('counts all shots: their length, their cost, and what the curator is told', () => {
    const plan = planClip(
      { id: 'r1', picture: aFile('picture', 'image/png') },
      { prompt: 'a boat', options: { seconds: 61 } },
      [usual],
    );
    expect(plan).toMatchObject({ outcome: 'fits', engine: 'usual', seconds: 60 });
    if (plan.outcome !== 'fits') throw new Error('It does not fit');
    expect(plan.costUsd).toBeCloseTo(6);
    expect(plan.shots.map(({ seconds }) => seconds)).toEqual([8, 8, 8, 8, 8, 8, 6, 6]);
    expect(plan.shots.map(({ picture }) => picture !== null)).toEqual([true, ...Array(7).fill(false)]);
    expect(plan.shots.map(({ begins }) => begins)).toEqual([undefined, ...Array(7).fill('continues')]);
    expect(plan.changes).toEqual([
      { option: 'seconds', asked: 61, given: 60 },
      { option: 'shots', count: 8, longest: 8 },
    ]);
  });

  it('goes to another engine where the usual one cannot, and says so', () => {
    const blind = { id: 'usual', limits: { ...limits, picture: false } };
    const asked = { id: 'r1', picture: aFile('picture', 'image/png') };
    expect(planClip(asked, { prompt: 'a boat', options: {} }, [blind, other])).toMatchObject({
      engine: 'other',
      costUsd: 0,
      changes: [{ option: 'engine', asked: 'usual', given: 'other' }],
    });
    expect(planClip(asked, { prompt: 'a boat', options: {} }, [blind])).toEqual({
      outcome: 'impossible',
      reasons: [{ reason: 'no-pictures' }],
    });
  });

  it.each([
    ['one shot', 8, 1],
    ['several, of which the last ends it', 24, 3],
  ])('ends a clip that is to loop with the picture that it begins with: %s', (_, seconds, count) => {
    const picture = aFile('picture', 'image/png');
    const toLoop = { prompt: 'a boat on the sea, a seamless loop', options: { seconds } };
    const told = planClip({ id: 'r1', picture }, toLoop, [{ id: 'e', limits: { ...limits, lastPicture: true } }]);
    const untold = planClip({ id: 'r1', picture }, toLoop, [usual]);
    const unseen = planClip({ id: 'r1', picture: null }, toLoop, [
      { id: 'e', limits: { ...limits, lastPicture: true } },
    ]);
    if (told.outcome !== 'fits' || untold.outcome !== 'fits' || unseen.outcome !== 'fits') throw new Error('No fit');
    expect(told.shots.map(({ ends }) => ends ?? null)).toEqual([...Array(count - 1).fill(null), picture]);
    expect(told.changes).toContainEqual({ option: 'loop', given: true });
    expect(untold.shots.flatMap(({ ends }) => ends ?? [])).toEqual([]);
    expect(untold.changes).toContainEqual({ option: 'loop', given: false });
    expect(unseen.shots.flatMap(({ ends }) => ends ?? [])).toEqual([]);
  });

  it('makes the shots of a script as long as the engine makes them; what melts is not there twice', () => {
    const script = [shot({ seconds: 5 }), shot({ seconds: 19, begins: 'crossfade', action: 'it sinks' })];
    const plan = planClip({ id: 'r1', picture: null }, { prompt: 'a boat', options: {}, script }, [usual]);
    if (plan.outcome !== 'fits') throw new Error('It does not fit');
    expect(plan.shots.map(({ seconds, begins }) => [seconds, begins])).toEqual([
      [4, undefined],
      [6, 'crossfade'],
      [6, 'continues'],
      [6, 'continues'],
    ]);
    expect(plan.seconds).toBe(21.5);
    expect(plan.shots[1]).toMatchObject({ prompt: 'it sinks – a boat, the sea', heard: 'waves', sound: 'none' });
  });
});
