import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openTestDiscord, openTestRecords, type TestDiscord, type TestRecords } from './open-test-discord.ts';

/** PGlite makes a database in 4 s, on a busy machine in a minute or two. */
const DATABASE_WITHIN_MS = 240_000;

/** Records that all tests of a file share; there from its first test on. */
export function recordsForFile(): TestRecords {
  const records = {} as TestRecords;
  beforeAll(async () => {
    Object.assign(records, await openTestRecords());
  }, DATABASE_WITHIN_MS);
  afterAll(() => records.close());
  return records;
}

type Settings = NonNullable<Parameters<typeof openTestDiscord>[1]>;

/** A server of its own for each test, with a bot that is not started yet. It is expected to keep to Discord's rules. */
export function discordForEachTest(records: TestRecords): TestDiscord & { reopen(settings: Settings): Promise<void> } {
  const discord = {} as TestDiscord;
  const open = async (settings: Settings = {}) => {
    Object.assign(discord, await openTestDiscord(records, settings));
  };
  beforeEach(() => open());
  afterEach(async () => {
    await discord.close();
    expect(discord.simulator.violations).toEqual([]);
  });
  return Object.assign(discord, {
    /** Another one in the place of the one that is there. */
    async reopen(settings: Settings) {
      await discord.close();
      await open(settings);
    },
  });
}
