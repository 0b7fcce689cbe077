import { describe, expect, it } from 'vitest';
import { matchesLock } from '../../../scripts/launch/ensure-packages.mjs';

describe('whether what is installed is what the lock file says', () => {
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/one': { version: '1.2.3' },
    'node_modules/only-elsewhere': { version: '4.0.0', optional: true, os: ['other'] },
  };

  it('is when all is there but what is optional', () => {
    expect(matchesLock(wanted, { 'node_modules/one': { version: '1.2.3' } })).toBe(true);
  });

  it.each([
    ['another version', { 'node_modules/one': { version: '1.2.4' } }],
    ['one missing', {}],
    ['one too many', { 'node_modules/one': { version: '1.2.3' }, 'node_modules/old': { version: '1.0.0' } }],
  ])('is not with %s', (_, installed) => {
    expect(matchesLock(wanted, installed)).toBe(false);
  });
});
