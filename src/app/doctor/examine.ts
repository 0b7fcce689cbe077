import { attention, type Finding } from '../../bots/finding.ts';
import { DEFAULT_READING_LIMITS } from '../../bots/reading/index.ts';
import { readChosen } from '../../store/read-chosen.ts';
import type { Config } from '../config.ts';
import { notedChoices } from '../note-choices.ts';
import { pagesAddress } from '../pages-address.ts';
import { examineEngine } from './examine-engine.ts';
import { examineFiles } from './examine-files.ts';
import { examineFolder } from './examine-folder.ts';
import { examinePages } from './examine-pages.ts';
import { examineQueue } from './examine-queue.ts';
import { examineRecords } from './examine-records.ts';
import { examineStills } from './examine-stills.ts';
import { examineXBot } from './examine-x-bot.ts';
import { hideSecrets } from './hide-secrets.ts';

export interface Examination {
  findings: Finding[];
  /** Where the bot is invited to a Discord server; null where there is no bot. */
  invitation: string | null;
}

/** Looks at everything that the app needs, whether it runs or not, and changes nothing. */
export async function examine(config: Config): Promise<Examination> {
  const discord = examineDiscordBot(config);
  const [folder, stills, ...others] = await Promise.all([
    examineFolder(config.dataDirectory),
    examineStills(config),
    examineRecords(config),
    examineQueue(config.REDIS_URL),
    examinePages(config),
    examineEngine(config),
    examineFiles(config),
  ]);
  const { findings, invitation } = await discord;
  // After the records, which can be opened once at a time.
  const x = await examineXBot(config);
  return {
    findings: [...folder, ...others, ...stills, ...findings, ...x].map((each) => hideSecrets(config, each)),
    invitation,
  };
}

async function examineDiscordBot(config: Config): Promise<Examination> {
  const { DISCORD_TOKEN, DISCORD_API_URL, DISCORD_SERVERS: named = [] } = config;
  if (DISCORD_TOKEN === undefined) {
    const says = 'No DISCORD_TOKEN is set: the bot is not on Discord.';
    const advice = 'Where it is wanted there, follow “Discord, step by step” in the README.';
    return { findings: [attention('discord', says, advice)], invitation: null };
  }
  // A large library comes with it.
  const { examineDiscord } = await import('../../bots/discord/examination/examine-discord.ts');
  const { seconds, styleGraphemes } = DEFAULT_READING_LIMITS;
  return examineDiscord({
    token: DISCORD_TOKEN,
    apiUrl: DISCORD_API_URL.replace(/\/$/, ''),
    choices: { seconds, styleLength: styleGraphemes },
    signIn: {
      clientSecret: config.DISCORD_CLIENT_SECRET ?? null,
      callbackUrl: `${pagesAddress(config)}/sign-in/discord`,
    },
    chosen: await chosenIn(config).then(
      (chosen) => ({ ...chosen, named }),
      () => null,
    ),
  });
}

function chosenIn({ DATABASE_URL, dataDirectory }: Config) {
  return DATABASE_URL === undefined ? notedChoices(dataDirectory) : readChosen(DATABASE_URL);
}
