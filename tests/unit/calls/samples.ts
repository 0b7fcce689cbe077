import { type Call, NO_MORE_LIMITS } from '../../../src/calls/call.ts';

export const aCall = (changes: Partial<Call> = {}): Call => ({
  id: 'autumn',
  theme: { en: 'Autumn', ar: 'الخريف' },
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: null,
  budgetUsd: null,
  caps: { openPerMember: 5, perMemberPerDay: 20, ...NO_MORE_LIMITS },
  places: null,
  engine: null,
  ...changes,
});
