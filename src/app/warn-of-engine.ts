import type { Config } from './config.ts';
import { examineEngine } from './doctor/examine-engine.ts';
import { hideSecrets } from './doctor/hide-secrets.ts';

/**
 * Says at the start what a curator would else learn from the first clip that fails, or from the bill: a refused key, a
 * model that is not there or has no price. Nothing is stopped by it: an engine that is away may come back.
 */
export async function warnOfEngine(config: Config, tell: (line: string) => void): Promise<void> {
  const { outcome, says, advice } = hideSecrets(config, await examineEngine(config));
  if (outcome !== 'ok') tell(`  The engine: ${says} ${advice}\n`);
}
