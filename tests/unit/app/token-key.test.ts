import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readOrMakeTokenKey, readTokenKey, tokenKeyFile } from '../../../src/app/token-key.ts';
import { createSealing } from '../../../src/bots/x/signing-in/sealing.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-key-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const withoutSecret = () => ({ TOKEN_SECRET: undefined, dataDirectory: join(folder, 'data') });

it('is made once in the data folder, for its owner only, also by several at once', async () => {
  expect(await readTokenKey(withoutSecret())).toBeNull();
  const keys = await Promise.all(Array.from({ length: 8 }, () => readOrMakeTokenKey(withoutSecret())));
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  expect(keys[0]).toHaveLength(32);
  expect(await readTokenKey(withoutSecret())).toEqual(keys[0]);
  const { mode } = await stat(tokenKeyFile(withoutSecret()));
  if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
  expect(await readdir(withoutSecret().dataDirectory)).toEqual(['token.key']);
});

it('is derived from the secret where one is set, and then no file is made', async () => {
  const config = { TOKEN_SECRET: 'x'.repeat(32), dataDirectory: folder };
  const key = await readOrMakeTokenKey(config);
  expect(key).toHaveLength(32);
  expect(await readTokenKey({ ...config, dataDirectory: 'elsewhere' })).toEqual(key);
  expect(await readTokenKey({ ...config, TOKEN_SECRET: 'y'.repeat(32) })).not.toEqual(key);
  expect(await readdir(folder)).toEqual([]);
});

it('is not taken from a file that holds something else', async () => {
  await writeFile(join(folder, 'token.key'), 'short\n');
  await expect(readTokenKey({ TOKEN_SECRET: undefined, dataDirectory: folder })).rejects.toThrow(
    'token.key is damaged',
  );
});

it('opens what it sealed, for whom it was sealed, unchanged', () => {
  const [sealing, other] = [createSealing(Buffer.alloc(32, 1)), createSealing(Buffer.alloc(32, 2))];
  const sealed = sealing.seal('a secret – سرّ', 'mina');
  expect(sealing.open(sealed, 'mina')).toBe('a secret – سرّ');
  expect(sealing.seal('a secret – سرّ', 'mina'), 'never the same twice').not.toBe(sealed);
  expect(sealing.open(sealed, 'omar')).toBeNull();
  expect(other.open(sealed, 'mina')).toBeNull();
  for (let place = 0; place < sealed.length; place += 1) {
    const sign = sealed[place] === 'A' ? 'B' : 'A';
    const changed = sealed.slice(0, place) + sign + sealed.slice(place + 1);
    // The last sign of base64 may hold bits that stand for nothing.
    if (place < sealed.length - 1) expect(sealing.open(changed, 'mina'), `at ${place}`).toBeNull();
  }
  for (const nonsense of ['', 'v1', 'v1.', 'v1.AAAA', 'nothing']) expect(sealing.open(nonsense, 'mina')).toBeNull();
});
