import { expect, it } from 'vitest';
import { AdapterError } from '../../src/requests/index.ts';
import { createFakeStepHandlers, newRequest } from '../fakes/fake-step-handlers.ts';
import { waitUntil } from '../services.ts';
import { clock, type QueueSetUp, withdrawal } from './queue-set-up.ts';

/** What becomes of a request when a step fails, comes again, is moot or is stopped. */
export function queueOutcomes(queue: QueueSetUp): void {
  const { lines, begun, dispatch, work, add, allAre, noWorkIsLeft, only } = queue;

  it('gives up a step that keeps failing, with a reason for the curator and without secrets', async () => {
    dispatch();
    work({
      'finish-clip': async () => {
        throw new AdapterError('No space left; see https://user:pass@example.org/x?token=abc', {
          adapter: 'media',
          code: 'disk-full',
          retryable: true,
        });
      },
    });
    await add('r1');
    await allAre('failed');
    expect(await only()).toMatchObject({
      during: 'finishing',
      error: 'media: No space left; see [link] (disk-full)',
    });
    expect(begun.filter((each) => each.includes('finish-clip')).map((each) => each.split('#')[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    await noWorkIsLeft();
  });

  it('gives up a step with a bug in it without telling the curator its text', async () => {
    dispatch();
    work({
      deliver: async () => {
        throw new TypeError('cannot read sk-12345678');
      },
    });
    await add('r1');
    await allAre('failed');
    expect(await only()).toMatchObject({ during: 'delivering', error: expect.stringContaining('TypeError') });
    expect(JSON.stringify(await only())).not.toContain('sk-1234');
  });

  it('completes a step whose failing is no failure of the request', async () => {
    dispatch();
    work({
      'check-shot': async () => {
        await queue.records.requests.save(withdrawal(await only()));
        return { next: 'nothing' };
      },
      'cancel-shot': async () => {
        throw new AdapterError('The engine does not know it', {
          adapter: 'fake',
          code: 'http-404',
          retryable: false,
        });
      },
    });
    await add('r1');
    await waitUntil(() => begun.some((each) => each.includes('cancel-shot')), 'the cancelling');
    await noWorkIsLeft();
    expect((await only()).state).toBe('withdrawn');
    expect(lines.some(({ msg }) => /none the worse/.test(msg))).toBe(true);
  });

  it('looks again without counting it as a try', async () => {
    let looks = 0;
    const handlers = createFakeStepHandlers();
    dispatch();
    work({
      'check-shot': async (context) => {
        looks += 1;
        return looks < 5 ? { next: 'again', afterMs: 1 } : handlers['check-shot'](context);
      },
    });
    await add('r1');
    await allAre('delivered');
    expect(begun.filter((each) => each.includes('check-shot')).every((each) => each.endsWith('#1'))).toBe(true);
  });

  it('puts right what was done outside when the request does not want it any more', async () => {
    let putRight = 0;
    const handlers = createFakeStepHandlers();
    dispatch();
    work({
      deliver: async (context) => {
        await queue.records.requests.save(withdrawal(context.request));
        const result = await handlers.deliver(context);
        const ifMoot = async () => {
          putRight += 1;
        };
        return { ...result, ifMoot } as typeof result;
      },
    });
    await add('r1');
    await waitUntil(() => putRight > 0, 'the putting right');
    await noWorkIsLeft();
    expect((await only()).state).toBe('withdrawn');
    expect(putRight).toBe(1);
  });

  it('tries again to put right what could not be, as any other step', async () => {
    let tries = 0;
    const handlers = createFakeStepHandlers();
    dispatch();
    work({
      deliver: async (context) => {
        if (context.request.state === 'ready') await queue.records.requests.save(withdrawal(context.request));
        const result = await handlers.deliver(context);
        const ifMoot = async () => {
          tries += 1;
          const away = { adapter: 'fake', code: 'away', retryable: true };
          if (tries < 3) throw new AdapterError('The platform is away', away);
        };
        return { ...result, ifMoot } as typeof result;
      },
    });
    await add('r1');
    await noWorkIsLeft();
    expect(tries).toBe(3);
    expect(begun.filter((each) => each.includes('deliver')).map((each) => each.split('#')[1])).toEqual(['1', '2', '3']);
    expect(lines.filter(({ msg }) => /records cannot be reached/.test(msg))).toEqual([]);
  });

  it('stops within its grace, puts back what is not done, and goes on at once after a restart', async () => {
    const dispatcher = dispatch();
    const heard: boolean[] = [];
    const stubborn = work({
      'screen-prompt': ({ signal, request }) =>
        new Promise((resolve) => {
          // One listens when it is told to stop, the other never ends.
          signal.addEventListener('abort', () => {
            heard.push(true);
            if (request.id === 'polite') resolve({ next: 'again', afterMs: 0 });
          });
        }),
    });
    const now = clock().toISOString();
    await queue.records.requests.create([newRequest('polite', 'm', now), newRequest('deaf', 'm', now)]);
    await waitUntil(() => begun.length === 2, 'both steps');
    await dispatcher.close();
    await stubborn.close(200);
    expect(heard).toEqual([true, true]);
    expect(await queue.records.work.counts()).toEqual({ open: 2, queued: 0, running: 0 });
    dispatch();
    work();
    await allAre('in-review');
    expect(begun.map((each) => each.split('#')[1])).toEqual(['1', '1', '1', '1']);
  });
}
