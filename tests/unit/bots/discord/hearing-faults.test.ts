import { expect, it, vi } from 'vitest';
import { createHearing, type HearingDependencies } from '../../../../src/bots/discord/hearing/hearing.ts';
import { recordsForFile } from './discord-for-each-test.ts';

const records = recordsForFile();

it('tells of an event that cannot be acted on, and goes on', async () => {
  const errors: unknown[] = [];
  const hearing = createHearing({
    shard: { id: 0, count: 1 },
    isOurs: () => true,
    cursors: records.store.cursors,
    clock: () => new Date(),
    onError: (error: unknown) => errors.push(error),
  } as unknown as HearingDependencies);
  hearing.onEvent({ t: 'MESSAGE_DELETE_BULK', d: { channel_id: '1' } } as never);
  await vi.waitFor(() => expect(errors).toEqual([expect.any(TypeError)]));
  await hearing.close();
});
