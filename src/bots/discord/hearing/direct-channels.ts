import { type CursorStore, createTurns, remember } from '../../../requests/index.ts';

const NAME = 'discord-direct-channels';
/** The last so many people who wrote to the bot directly are looked for after a lost session. */
const MOST = 200;

/** Discord names a bot's servers when a session begins, but not the direct messages it has had: they are kept here. */
export function createDirectChannels(cursors: CursorStore) {
  const known = remember(async () => (await cursors.load(NAME))?.split(' ') ?? []);
  const turns = createTurns();

  async function addToKept(channelId: string): Promise<void> {
    const before = await known.get();
    if (before[0] === channelId) return;
    const after = [channelId, ...before.filter((each) => each !== channelId)].slice(0, MOST);
    if (!before.includes(channelId)) await cursors.save(NAME, after.join(' '));
    known.set(after);
  }

  return {
    list: known.get,
    /** Each is added to what the one before it left, though several people write at once. */
    add: (channelId: string): Promise<void> => turns.take(NAME, () => addToKept(channelId)),
  };
}
