import { join } from 'node:path';
import { messageOf } from '../../queue/outage.ts';
import type { Config } from '../config.ts';
import { openConfiguredEngine } from '../configured-engine.ts';
import { type Finding, failing, ok } from './finding.ts';

const ABOUT = 'engine';

/** Whether the engine answers. It is asked only what it runs, which costs nothing. */
export async function examineEngine(config: Config): Promise<Finding> {
  if (config.ENGINE === 'storyboard') return ok(ABOUT, 'storyboard, embedded and free.');
  const clock = () => new Date();
  const localPath = async ({ sha256 }: { sha256: string }) => join(config.dataDirectory, 'files', sha256);
  try {
    const engine = await openConfiguredEngine({ files: { localPath } }, { config, clock });
    try {
      await engine.find(clock().toISOString());
    } finally {
      await engine.close();
    }
    return ok(ABOUT, `${config.ENGINE} at ${new URL(config.ENGINE_URL ?? '').host} answers.`);
  } catch (error) {
    const says = `${config.ENGINE}: ${messageOf(error)}.`;
    return failing(ABOUT, says, 'Start the engine, and check ENGINE_URL, ENGINE_KEY and ENGINE_MODEL.');
  }
}
