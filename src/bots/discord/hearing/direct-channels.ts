import type { CursorStore } from '../../../requests/index.ts';

const NAME = 'discord-direct-channels';
/** The last so many people who wrote to the bot directly are looked for after a lost session. */
const MOST = 200;

/** Discord names a bot's servers when a session begins, but not the direct messages it has had: they are kept here. */
export function createDirectChannels(cursors: CursorStore) {
  let known: Promise<string[]> | null = null;
  const list = (): Promise<string[]> => {
    known ??= cursors.load(NAME).then((stored) => (stored === null ? [] : stored.split(' ')));
    return known;
  };
  return {
    list,
    async add(channelId: string): Promise<void> {
      const before = await list();
      if (before[0] === channelId) return;
      const after = [channelId, ...before.filter((each) => each !== channelId)].slice(0, MOST);
      known = Promise.resolve(after);
      if (!before.includes(channelId)) await cursors.save(NAME, after.join(' '));
    },
  };
}
