import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorText } from '../../../src/queue/error-text.ts';
import { AdapterError } from '../../../src/requests/index.ts';

const outside = (message: string) => new AdapterError(message, { adapter: 'x', code: 'http-403', retryable: false });

describe('errorText', () => {
  it('says which adapter failed, how, and with what code', () => {
    expect(errorText(outside('The post is gone'))).toBe('x: The post is gone (http-403)');
  });

  it.each([
    'GET https://user:pass@api.example.org/v1?key=canary failed',
    'Authorization: Bearer canary was refused',
    '{"api_key": "canary"}',
    'password=canary',
    'the key sk-canarycanary is not valid',
    'token canary has expired',
    `signature ${'canary'.repeat(8)} does not match`,
  ])('hides what is secret in %j', (message) => {
    expect(errorText(outside(message))).not.toContain('canary');
  });

  it('leaves out stacks, line breaks and control characters', () => {
    const text = errorText(outside('It broke\n  badly\u202e\u0007\n    at open (file.ts:3:4)\n    at run (b.ts:1:1)'));
    expect(text).toBe('x: It broke badly (http-403)');
  });

  it('tells of a bug only that there is one', () => {
    expect(errorText(new RangeError('canary'))).toMatch(/^Something unexpected went wrong \(RangeError\)/);
    expect(errorText('canary')).not.toContain('canary');
  });

  it('stays one short line for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (message) => {
        const text = errorText(outside(message));
        expect(text.length).toBeLessThan(330);
        expect(text).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
