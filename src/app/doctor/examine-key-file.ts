import { stat } from 'node:fs/promises';
import { type Finding, failing, ok } from '../../bots/finding.ts';
import type { Config } from '../config.ts';
import { tokenKeyFile } from '../token-key.ts';

const FOR_OTHERS = 0o077;

/** Whether anybody but its owner can read the key with which tokens are encrypted; nothing where there is none. */
export async function examineKeyFile(config: Pick<Config, 'TOKEN_SECRET' | 'dataDirectory'>): Promise<Finding[]> {
  const about = 'token key';
  if (config.TOKEN_SECRET) return [ok(about, 'Derived from TOKEN_SECRET.')];
  const path = tokenKeyFile(config);
  const found = await stat(path).catch(() => null);
  if (!found) return [];
  // Windows has no such rights.
  if (process.platform === 'win32' || (found.mode & FOR_OTHERS) === 0)
    return [ok(about, `In ${path}, for its owner only.`)];
  return [failing(about, `Others than its owner may read ${path}.`, `chmod 600 ${path}`)];
}
