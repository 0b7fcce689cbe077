import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, type MemberLimits, NO_MORE_LIMITS } from '../../../src/calls/call.ts';
import { type MemberUsage, mayAsk, type StrikeStanding } from '../../../src/calls/may-ask.ts';
import { type Standing, UNKNOWN_STANDING } from '../../../src/calls/standing.ts';
import { aCall } from './samples.ts';

const now = new Date('2026-11-25T12:00:00.000Z');
const NOTHING: MemberUsage = { open: 0, lastDay: 0, inCall: 0, lastAskedAt: null };

function ask(changes: {
  call?: Partial<Call>;
  caps?: Partial<MemberLimits>;
  usage?: Partial<MemberUsage>;
  standing?: Partial<Standing>;
  strikes?: Partial<StrikeStanding>;
  paused?: boolean;
}) {
  const limits = { openPerMember: 5, perMemberPerDay: 20, ...NO_MORE_LIMITS, ...changes.caps };
  return mayAsk(aCall(changes.call), {
    usage: { ...NOTHING, ...changes.usage },
    standing: { ...UNKNOWN_STANDING, ...changes.standing },
    strikes: { blockedUntil: null, slowSeconds: 0, ...changes.strikes },
    limits,
    paused: changes.paused ?? false,
    now,
  });
}

describe('mayAsk', () => {
  it('lets members ask where nothing speaks against it', () => {
    expect(ask({})).toEqual({ allowed: true });
  });

  it('says when a call opens or closed', () => {
    const later = '2026-11-26T00:00:00.000Z';
    expect(ask({ call: { opensAt: later } })).toEqual({ allowed: false, why: 'not-open-yet', at: later });
    const at = now.toISOString();
    expect(ask({ call: { closesAt: at } })).toEqual({ allowed: false, why: 'closed', at });
  });

  it('takes nothing in while paused, and nothing ever from who is blocked', () => {
    expect(ask({ paused: true })).toEqual({ allowed: false, why: 'paused' });
    expect(ask({ standing: { trust: 'blocked' }, paused: true })).toEqual({ allowed: false, why: 'blocked' });
    expect(ask({ call: { paused: { by: 'Noor', at: '' } } })).toEqual({ allowed: false, why: 'call-paused' });
  });

  it('holds back who asked for too much that must not be made, however much they are trusted', () => {
    const until = '2026-12-25T12:00:00.000Z';
    const trusted = { trust: 'trusted' } as const;
    expect(ask({ strikes: { blockedUntil: until }, standing: trusted })).toEqual({
      ...{ allowed: false, why: 'struck-out', until },
    });
    const usage = { lastAskedAt: '2026-11-25T11:00:00.000Z' };
    expect(ask({ strikes: { slowSeconds: 7200 }, usage, standing: trusted })).toEqual({
      ...{ allowed: false, why: 'slowed-down', until: '2026-11-25T13:00:00.000Z' },
    });
    expect(ask({ strikes: { slowSeconds: 3600 }, usage })).toEqual({ allowed: true });
  });

  it.each([
    ['too-many-open', { open: 5 }, {}],
    ['too-many-today', { lastDay: 20 }, {}],
    ['too-many-in-call', { inCall: 2 }, { perMemberPerCall: 2 }],
  ] as const)('%s: up to the limit, three times as much for who is trusted', (why, usage, caps) => {
    const [used] = Object.values(usage) as [number];
    const [key] = Object.keys(usage) as [keyof MemberUsage];
    expect(ask({ usage, caps })).toEqual({ allowed: false, why, limit: used });
    expect(ask({ usage: { [key]: used - 1 }, caps })).toEqual({ allowed: true });
    const trusted = { trust: 'trusted' } as const;
    expect(ask({ usage: { [key]: used * 3 - 1 }, caps, standing: trusted })).toEqual({ allowed: true });
    expect(ask({ usage: { [key]: used * 3 }, caps, standing: trusted })).toEqual({
      allowed: false,
      why,
      limit: used * 3,
    });
  });

  it('lets some time pass between two requests', () => {
    const caps = { cooldownSeconds: 60 };
    const until = '2026-11-25T12:00:01.000Z';
    expect(ask({ caps, usage: { lastAskedAt: '2026-11-25T11:59:01.000Z' } })).toEqual({
      ...{ allowed: false, why: 'too-soon', until },
    });
    expect(ask({ caps, usage: { lastAskedAt: '2026-11-25T11:59:00.000Z' } })).toEqual({ allowed: true });
  });

  it('lets accounts and memberships come of age, unless they are trusted or nobody knows their age', () => {
    const since = '2026-11-24T18:00:00.000Z';
    const caps = { accountDays: 1, membershipDays: 1 };
    const until = '2026-11-25T18:00:00.000Z';
    expect(ask({ caps, standing: { accountSince: since } })).toEqual({
      allowed: false,
      why: 'account-too-young',
      until,
    });
    expect(ask({ caps, standing: { memberSince: since } })).toEqual({ allowed: false, why: 'member-too-young', until });
    expect(ask({ caps, standing: { accountSince: since, trust: 'trusted' } })).toEqual({ allowed: true });
    expect(ask({ caps })).toEqual({ allowed: true });
  });

  it('never allows more to who has asked for more, nor less to who is trusted', () => {
    const used = fc.nat(40);
    const usages = fc.record({ open: used, lastDay: used, inCall: used });
    const caps = fc.record({ openPerMember: used, perMemberPerDay: used, perMemberPerCall: fc.option(used) });
    fc.assert(
      fc.property(usages, caps, fc.nat(5), (usage, limits, more) => {
        const may = ask({ usage, caps: limits }).allowed;
        const withMore = ask({ usage: { ...usage, lastDay: usage.lastDay + more }, caps: limits }).allowed;
        const trusted = ask({ usage, caps: limits, standing: { trust: 'trusted' } }).allowed;
        expect(withMore && !may).toBe(false);
        expect(may && !trusted).toBe(false);
      }),
    );
  });
});
