import { describe, expect, it } from 'vitest';
import { withCircuitBreaker } from '../../../src/generation/circuit-breaker.ts';
import { createFakeVendor, createFakeVideoEngine, type StartFault } from '../../fakes/fake-video-engine.ts';
import { anOrder, NOW } from '../../samples/requests.ts';

function setUp(faultAtStart: (nth: number) => StartFault | null) {
  let now = Date.parse(NOW);
  const vendor = createFakeVendor();
  let asked = 0;
  const engine = createFakeVideoEngine({
    vendor,
    faultAtStart: (nth) => {
      asked = nth;
      return faultAtStart(nth);
    },
  });
  const broken = withCircuitBreaker(engine, { clock: () => new Date(now), failures: 3, restMs: 1000 });
  let key = 0;
  const start = () => {
    key += 1;
    return broken.start(anOrder(), `key-${key}`);
  };
  const codeOf = async () =>
    start().then(
      () => 'started',
      (error: { code: string }) => error.code,
    );
  return {
    vendor,
    start,
    codeOf,
    asked: () => asked,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

describe('an engine whose starts keep failing', () => {
  it('is left alone, with nothing sent, and told how long', async () => {
    const { codeOf, start, asked } = setUp(() => 'failed');
    for (let nth = 1; nth <= 3; nth += 1) expect(await codeOf()).toBe('http-502');
    await expect(start()).rejects.toMatchObject({
      code: 'resting',
      neverSent: true,
      retryable: true,
      retryAfterMs: 1000,
    });
    expect(asked()).toBe(3);
  });

  it('is tried with one start after its rest, and rests twice as long when that fails', async () => {
    const { codeOf, wait, asked } = setUp(() => 'failed');
    for (let nth = 1; nth <= 3; nth += 1) await codeOf();
    wait(1000);
    expect(await Promise.all([codeOf(), codeOf()])).toEqual(['http-502', 'resting']);
    expect(asked()).toBe(4);
    wait(1999);
    expect(await codeOf()).toBe('resting');
    wait(1);
    expect(await codeOf()).toBe('http-502');
  });

  it('is well again with the first start that works', async () => {
    const { codeOf, wait, vendor } = setUp((nth) => (nth <= 3 ? 'not-sent' : null));
    for (let nth = 1; nth <= 3; nth += 1) await codeOf();
    wait(1000);
    expect(await codeOf()).toBe('started');
    expect(await Promise.all([codeOf(), codeOf()])).toEqual(['started', 'started']);
    expect(vendor.charges).toHaveLength(3);
  });

  it('is not left alone for failures with starts between that work', async () => {
    const { codeOf } = setUp((nth) => (nth % 3 === 0 ? null : 'failed'));
    const codes: string[] = [];
    for (let nth = 1; nth <= 9; nth += 1) codes.push(await codeOf());
    expect(codes).not.toContain('resting');
  });
});
