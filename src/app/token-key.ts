import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AdapterError } from '../requests/index.ts';
import { makeFolder } from '../store/make-folder.ts';
import type { Config } from './config.ts';

const KEY_BYTES = 32;
/** For its owner only. */
const MODE = 0o600;

type KeyConfig = Pick<Config, 'TOKEN_SECRET' | 'dataDirectory'>;

export function tokenKeyFile({ dataDirectory }: Pick<Config, 'dataDirectory'>): string {
  return join(dataDirectory, 'token.key');
}

/**
 * The key with which tokens are encrypted in the records: derived from `TOKEN_SECRET`, or else the one in the data folder.
 * Null where there is neither.
 */
export async function readTokenKey(config: KeyConfig): Promise<Uint8Array | null> {
  const { TOKEN_SECRET } = config;
  if (TOKEN_SECRET) return new Uint8Array(hkdfSync('sha256', TOKEN_SECRET, 'open-call', 'tokens', KEY_BYTES));
  const path = tokenKeyFile(config);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new AdapterError(`${path} is damaged. Put it back from a backup, or remove it and log in anew`, {
    ...{ adapter: 'x', code: 'token-key', retryable: false },
  });
}

/** The same; where there is neither, a key is made in the data folder. Two that make it at once get the same. */
export async function readOrMakeTokenKey(config: KeyConfig): Promise<Uint8Array> {
  const known = await readTokenKey(config);
  if (known) return known;
  makeFolder(config.dataDirectory);
  const path = tokenKeyFile(config);
  const temporary = `${path}.${randomUUID()}`;
  const file = await open(temporary, 'wx', MODE);
  try {
    await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // Appears whole or not at all, and never in the place of another.
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(temporary, { force: true });
  }
  return (await readTokenKey(config)) as Uint8Array;
}
