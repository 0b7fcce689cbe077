import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SigningIdentity } from '../media/credentials/signing-identity.ts';
import type { Config } from './config.ts';

/** Whose name stands in a certificate that is made for trying. */
const NAME = 'Open Call';

/** A certificate counts from yesterday on: clocks differ. The real time, since readers elsewhere go by that. */
const DAY_MS = 86_400_000;

/**
 * Who signs what goes out: the configured certificate, else one made once and kept; null where nothing is signed. Asked
 * when the first file is to be signed, since making one takes a while.
 */
export function openConfiguredIdentity(config: Config): () => Promise<SigningIdentity | null> {
  let opened: Promise<SigningIdentity | null> | null = null;
  return () => {
    opened ??= open(config);
    return opened;
  };
}

async function open(config: Config): Promise<SigningIdentity | null> {
  if (config.CREDENTIALS === 'off') return null;
  if (config.CREDENTIALS_CHAIN && config.CREDENTIALS_KEY) {
    return read(config.CREDENTIALS_CHAIN, config.CREDENTIALS_KEY);
  }
  const folder = join(config.dataDirectory, 'credentials');
  const [chain, key] = [join(folder, 'chain.pem'), join(folder, 'key.pem')];
  try {
    return await read(chain, key);
  } catch {
    return make(folder, { chain, key });
  }
}

async function read(chain: string, key: string): Promise<SigningIdentity> {
  return { chain: await readFile(chain, 'utf8'), key: await readFile(key, 'utf8') };
}

async function make(folder: string, paths: SigningIdentity): Promise<SigningIdentity> {
  // A library for one moment in the life of an installation.
  const { makeCertificate } = await import('../media/credentials/make-certificate.ts');
  const made = await makeCertificate(NAME, new Date(Date.now() - DAY_MS));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(paths.chain, made.chain);
  await writeFile(paths.key, made.key, { mode: 0o600 });
  await chmod(paths.key, 0o600);
  return made;
}
