import { expect, it } from 'vitest';
import { STANDING_CALL_ID } from '../../../src/calls/call.ts';
import { limitsIn } from '../../../src/calls/limits-in.ts';
import { aCall } from './samples.ts';

const standing = aCall({ id: STANDING_CALL_ID, caps: { openPerMember: 5, perMemberPerDay: 20 } });
const rules = { limits: { perMemberPerDay: 10, cooldownSeconds: 60 } };

it('goes by the call itself, then by what operators set, then by what is configured', () => {
  const boats = aCall({ id: 'boats', caps: { perMemberPerDay: 30, perMemberPerCall: 2 } });
  expect(limitsIn(boats, standing, rules)).toEqual({
    openPerMember: 5,
    perMemberPerDay: 30,
    perMemberPerCall: 2,
    cooldownSeconds: 60,
    accountDays: 0,
    membershipDays: 0,
  });
});

it('lets operators change what is configured for the standing call', () => {
  expect(limitsIn(standing, standing, rules)).toMatchObject({ openPerMember: 5, perMemberPerDay: 10 });
});
