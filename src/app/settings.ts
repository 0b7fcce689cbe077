import { z } from 'zod';
import { engineSettings } from './engine-settings.ts';
import { finishingSettings } from './finishing-settings.ts';
import { addresses, url, wholeNumber } from './kinds-of-setting.ts';
import { screeningSettings } from './screening-settings.ts';
import { stillSettings } from './still-settings.ts';
import { translatorSettings } from './translator-settings.ts';
import { votingSettings } from './voting-settings.ts';
import { xSettings } from './x-settings.ts';

const port = z.coerce.number().int().min(0).max(65535);

/** Every setting: its name in the environment or in `.env`, what it may be, what it is without, and what it does. */
export const settings = z.object({
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address on which the pages listen. Beyond loopback only when told.'),
  PORT: port.default(3000).describe('Port of the pages; 0 takes any free one.'),
  PUBLIC_URL: url('http', 'https')
    .optional()
    .describe('Address under which people reach the pages, where it is not the one listened on.'),
  TRUSTED_PROXIES: addresses
    .optional()
    .describe(
      'Addresses or networks of reverse proxies whose `X-Forwarded-For` is believed, with commas between them, such as `127.0.0.1, 10.0.0.0/8`. Without it that header counts for nothing.',
    ),
  DATA_DIR: z.string().min(1).default('data').describe('Folder for everything that is kept on this machine.'),
  TOKEN_SECRET: z
    .string()
    .refine((secret) => secret.length >= 32, { error: 'must be at least 32 characters' })
    .optional()
    .describe(
      'At least 32 random characters, from which the key is derived that tokens are encrypted with in the records. Without it a key is kept in `DATA_DIR/token.key`.',
    ),
  DATABASE_URL: url('postgres', 'postgresql')
    .optional()
    .describe('PostgreSQL for the records; without it PGlite in `DATA_DIR`.'),
  REDIS_URL: url('redis', 'rediss').optional().describe('Redis or Valkey for the queue; without it one of our own.'),
  DISCORD_TOKEN: z
    .string()
    .min(1)
    .optional()
    .describe('Token of the bot on Discord; without it the bot is not there. See the README for how to get one.'),
  DISCORD_CLIENT_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe(
      'OAuth2 client secret of the application on Discord; with it people sign in at the desk, and see what is kept of them, with their account there. See the README.',
    ),
  DISCORD_AUTHORIZE_URL: url('http', 'https')
    .default('https://discord.com/oauth2/authorize')
    .describe("Discord's page to sign in at; another one for a simulator."),
  DISCORD_API_URL: url('http', 'https')
    .default('https://discord.com/api')
    .describe("Discord's API without the version; another one for a simulator or a proxy."),
  DISCORD_FILE_MIB: wholeNumber(1, 500)
    .default(10)
    .describe('Largest file, in MiB, that Discord takes from the bot. What it refuses all the same goes out smaller.'),
  DISCORD_SERVERS: z
    .string()
    .regex(/^\d{15,20}(\s*,\s*\d{15,20})*$/, 'must be ids of Discord servers, separated by commas')
    .transform((ids) => ids.split(',').map((id) => id.trim()))
    .optional()
    .describe(
      'Ids of the Discord servers that are served, the one whose curators see everything first. Without it people may ask in any server, and only the one that the owner of the application sets up has curators.',
    ),
  DISCORD_SHARDS: z
    .union([z.literal('auto'), wholeNumber(1, 10_000)], { error: 'must be auto or a whole number from 1 on' })
    .default('auto')
    .describe('In how many parts the servers of the bot are heard; `auto`: as many as Discord advises.'),
  DISCORD_SHARDS_PER_PROCESS: wholeNumber(1, 10_000)
    .default(10_000)
    .describe('How many of them one process hears at most; processes take what no other has.'),
  ...xSettings,
  ...engineSettings,
  ...stillSettings,
  ...finishingSettings,
  ...screeningSettings,
  ...translatorSettings,
  WORKER_CONCURRENCY: wholeNumber(1, 500)
    .default(20)
    .describe('Steps of work under way at the same time in one process.'),
  LEASE_SECONDS: wholeNumber(2, 3600)
    .default(60)
    .describe('After so long without a word from a worker, in seconds, another one takes over what it was doing.'),
  OPEN_PER_MEMBER: wholeNumber(1, 1_000_000)
    .default(5)
    .describe('Requests of one member that may be open at the same time.'),
  PER_MEMBER_PER_DAY: wholeNumber(1, 1_000_000).default(20).describe('Requests of one member within 24 hours.'),
  IN_FLIGHT_PER_MEMBER: wholeNumber(1, 1_000_000)
    .default(2)
    .describe('Clips of one member that are made at the same time.'),
  ...votingSettings,
  UNDO_SECONDS: wholeNumber(0, 600)
    .default(10)
    .describe(
      'So long a decision at the review desk can be taken back, before anything is sent or paid; 0: not at all.',
    ),
  SEEDED_CASES_PER_HUNDRED: wholeNumber(0, 20)
    .default(0)
    .describe(
      'So many of a hundred decisions at the review desk are about a request of our own whose right answer is known, to see how well curators decide; 0: none. Nothing comes of such a decision, and its curator is told afterwards.',
    ),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('warn')
    .describe('How much is logged.'),
});

export type Settings = z.infer<typeof settings>;
