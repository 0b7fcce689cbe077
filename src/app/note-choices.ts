import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiscordServer } from '../bots/discord/servers/discord-server.ts';
import type { Call } from '../calls/call.ts';
import type { Store } from '../store/store.ts';

/** What was chosen on Discord. */
export interface Choices {
  servers: DiscordServer[];
  calls: Call[];
}

const fileIn = (directory: string) => join(directory, 'discord-choices.json');

/**
 * Keeps what was chosen on Discord beside the embedded records as well: those are one process's own, and the doctor must
 * be able to look while the app runs.
 */
export function startNotingChoices(
  { discordServers, calls }: Pick<Store, 'discordServers' | 'calls'>,
  directory: string,
  onError: (error: unknown) => void,
): { close(): Promise<void> } {
  let writing = Promise.resolve();
  async function write(): Promise<void> {
    const choices: Choices = { servers: await discordServers.list(), calls: await calls.list() };
    const path = fileIn(directory);
    await writeFile(`${path}.new`, JSON.stringify(choices));
    await rename(`${path}.new`, path);
  }
  const writeSoon = () => {
    writing = writing.then(write).catch(onError);
  };
  const stops = [discordServers.onNews(writeSoon), calls.onNews(writeSoon)];
  writeSoon();
  return {
    async close() {
      for (const stop of stops) stop();
      await writing;
    },
  };
}

/** As they were noted last; none before the first start. */
export async function notedChoices(directory: string): Promise<Choices> {
  try {
    return JSON.parse(await readFile(fileIn(directory), 'utf8')) as Choices;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { servers: [], calls: [] };
    throw error;
  }
}
