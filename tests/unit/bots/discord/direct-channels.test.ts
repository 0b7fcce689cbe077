import { expect, it } from 'vitest';
import { createDirectChannels } from '../../../../src/bots/discord/hearing/direct-channels.ts';
import type { CursorStore } from '../../../../src/requests/index.ts';

/** Records that are away for the first so many times that they are asked. */
function cursorsAway(times: { load: number; save: number }): CursorStore {
  const kept = new Map<string, string>();
  const away = (doing: 'load' | 'save') => {
    times[doing] -= 1;
    if (times[doing] >= 0) throw new Error('away');
  };
  return {
    async load(follower) {
      away('load');
      return kept.get(follower) ?? null;
    },
    async save(follower, cursor) {
      away('save');
      kept.set(follower, cursor);
    },
  };
}

it('are heard on when the records were away for a moment, and are there after a restart', async () => {
  const cursors = cursorsAway({ load: 1, save: 1 });
  const direct = createDirectChannels(cursors);
  await expect(direct.add('7')).rejects.toThrow('away');
  await expect(direct.add('7')).rejects.toThrow('away');
  await direct.add('7');
  await direct.add('8');
  expect(await createDirectChannels(cursors).list()).toEqual(['8', '7']);
});

it('are all kept, however many write at once', async () => {
  const cursors = cursorsAway({ load: 0, save: 0 });
  const direct = createDirectChannels(cursors);
  await Promise.all(['1', '2', '3'].map((id) => direct.add(id)));
  expect(await createDirectChannels(cursors).list()).toEqual(['3', '2', '1']);
});
