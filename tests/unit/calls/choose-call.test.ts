import { describe, expect, it } from 'vitest';
import { STANDING_CALL_ID } from '../../../src/calls/call.ts';
import { chooseCall } from '../../../src/calls/choose-call.ts';
import { aCall } from './samples.ts';

const now = new Date('2026-11-25T12:00:00.000Z');
const here = { platform: 'discord', channel: '7' };
const standing = aCall({ id: STANDING_CALL_ID, opensAt: '2026-01-01T00:00:00.000Z' });
const chosen = (...calls: Parameters<typeof aCall>[0][]) =>
  chooseCall([standing, ...calls.map((call) => aCall(call))], here, now)?.id;

describe('chooseCall', () => {
  it('falls to the standing call where no other is open', () => {
    expect(chosen()).toBe(STANDING_CALL_ID);
    expect(chosen({ closesAt: now.toISOString() })).toBe(STANDING_CALL_ID);
    expect(chosen({ opensAt: '2026-11-25T12:00:00.001Z' })).toBe(STANDING_CALL_ID);
    expect(chosen({ places: ['discord:8', 'room:room'] })).toBe(STANDING_CALL_ID);
  });

  it('takes the one that began last', () => {
    const later = { id: 'later', opensAt: '2026-11-20T00:00:00.000Z' };
    expect(chosen({ id: 'early' }, later)).toBe('later');
    expect(chosen(later, { id: 'early' })).toBe('later');
  });

  it('takes one that is kept to the channel before one that is open everywhere', () => {
    expect(chosen({ id: 'here', places: ['discord:7'] }, { id: 'later', opensAt: '2026-11-20T00:00:00.000Z' })).toBe(
      'here',
    );
  });

  it('takes one that is open on the whole platform before one that is open everywhere, and after one of the channel', () => {
    const everywhere = { id: 'everywhere', opensAt: '2026-11-20T00:00:00.000Z' };
    const platform = { id: 'platform', places: ['discord:*', 'x:*'], opensAt: '2026-11-21T00:00:00.000Z' };
    expect(chosen(everywhere, platform)).toBe('platform');
    expect(chosen(everywhere, platform, { id: 'here', places: ['discord:7'] })).toBe('here');
    expect(chosen({ ...platform, places: ['x:*'] })).toBe(STANDING_CALL_ID);
  });

  it('takes, on its last day before, a planned one that is kept to the channel, and else none that is not open', () => {
    const opensAt = '2026-11-26T11:00:00.000Z';
    const coming = { id: 'coming', places: ['discord:7'], opensAt, closesAt: null };
    expect(chosen(coming, { id: 'everywhere' })).toBe('coming');
    expect(chosen(coming, { id: 'here', places: ['discord:7'] })).toBe('here');
    expect(chosen({ ...coming, opensAt: '2026-11-27T13:00:00.000Z' })).toBe(STANDING_CALL_ID);
    expect(chosen({ ...coming, places: null })).toBe(STANDING_CALL_ID);
    expect(chosen({ ...coming, closesAt: opensAt })).toBe(STANDING_CALL_ID);
  });
});
