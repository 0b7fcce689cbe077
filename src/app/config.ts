import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'dotenv';
import type { z } from 'zod';
import { describeSettings } from './describe-setting.ts';
import { type Settings, settings } from './settings.ts';
import { X_KEYS } from './x-settings.ts';

/** Which parts of the app a process runs. */
export const ROLES = ['bots', 'worker', 'web'] as const;
export type Role = (typeof ROLES)[number];

export type Config = Settings & {
  /** As an absolute path. */
  dataDirectory: string;
  roles: readonly Role[];
};

export type ConfigResult = { ok: true; config: Config } | { ok: false; errors: string[] };

/**
 * Reads the settings from the environment, and from `.env` in the working folder where the environment is silent. All
 * that is wrong is reported at once, each with the setting's name and what it may be.
 */
export function readConfig({
  roles,
  overrides = {},
  environment = process.env,
  envFile = '.env',
}: {
  /** The roles that this process was told to have, apart from the others; absent: all in one. */
  roles?: readonly string[];
  /** Settings that the command itself gives or, as undefined, takes away. */
  overrides?: Record<string, string | undefined>;
  environment?: Record<string, string | undefined>;
  envFile?: string;
} = {}): ConfigResult {
  const [fromFile, unreadable] = readEnvFile(envFile);
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => {
      const value = name in overrides ? overrides[name] : (environment[name] ?? fromFile[name]);
      return value === undefined || value.trim() === '' ? [] : [[name, value.trim()]];
    }),
  );
  const parsed = settings.safeParse(given);
  const errors = [...unreadable, ...(parsed.success ? [] : parsed.error.issues.map((issue) => explain(issue)))];
  const unknown = (roles ?? []).filter((role) => !ROLES.includes(role as Role));
  if (unknown.length > 0) errors.push(`--role: ${unknown.join(', ')} is none of ${ROLES.join(', ')}`);
  const apart = roles !== undefined && unknown.length === 0;
  if (apart && !given.DATABASE_URL) {
    errors.push('DATABASE_URL: must be set when roles run apart, since PGlite serves one process only');
  }
  if (apart && !given.REDIS_URL) {
    errors.push('REDIS_URL: must be set when roles run apart, since the embedded queue serves one process only');
  }
  if (given.ENGINE === 'openai-videos' && !given.ENGINE_URL) {
    errors.push('ENGINE_URL: must be set where ENGINE is openai-videos, and name the server with its version');
  }
  const missing = X_KEYS.filter((name) => !given[name]);
  if (missing.length > 0 && missing.length < X_KEYS.length) {
    errors.push(
      `${missing.join(', ')}: must be set where the other keys of X are; all four are on the page of your app`,
    );
  }
  if (given.X_CLIENT_SECRET && !given.X_CLIENT_ID) {
    errors.push('X_CLIENT_ID: must be set where X_CLIENT_SECRET is; both are on the page of your app');
  }
  if (given.X_SIGN_IN === 'true' && !given.X_CLIENT_ID) {
    errors.push('X_CLIENT_ID: must be set where X_SIGN_IN is true; it is on the page of your app');
  }
  if (given.DISCORD_CLIENT_SECRET && !given.DISCORD_TOKEN) {
    errors.push('DISCORD_TOKEN: must be set where DISCORD_CLIENT_SECRET is; both are on the page of your application');
  }
  if (given.ENGINE === 'ai-sdk' && !given.ENGINE_MODEL) {
    errors.push('ENGINE_MODEL: must name provider and model where ENGINE is ai-sdk, such as replicate:alibaba/wan-3');
  }
  if ((given.ENGINE === 'ai-sdk' || given.ENGINE === 'runway') && !given.ENGINE_KEY) {
    errors.push(`ENGINE_KEY: must be set where ENGINE is ${given.ENGINE}`);
  }
  if (given.STILL_MAKER === 'ai-sdk' && (!given.STILL_MODEL || !given.STILL_KEY)) {
    errors.push(
      'STILL_MODEL, STILL_KEY: must be set where STILL_MAKER is ai-sdk; the model with its provider, such as fal:fal-ai/flux-2',
    );
  }
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  const dataDirectory = resolve(parsed.data.DATA_DIR);
  return {
    ok: true,
    config: { ...parsed.data, dataDirectory, roles: (roles as readonly Role[] | undefined) ?? ROLES },
  };
}

function readEnvFile(path: string): [Record<string, string>, string[]] {
  try {
    return [existsSync(path) ? parse(readFileSync(path)) : {}, []];
  } catch (error) {
    return [{}, [`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`]];
  }
}

/** Names the setting and what it may be. The value itself is left out: it may hold a password. */
function explain(issue: z.core.$ZodIssue): string {
  const setting = describeSettings().find(({ name }) => name === issue.path[0]);
  if (!setting) return issue.message;
  const { name, mayBe, does } = setting;
  const possible = 'choices' in mayBe ? `one of ${mayBe.choices.join(', ')}` : mayBe.text;
  return `${name}: ${issue.code === 'custom' ? issue.message : `must be ${possible}`}. ${does}`;
}
