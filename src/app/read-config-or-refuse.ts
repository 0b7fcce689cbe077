import { type Config, readConfig } from './config.ts';
import { refuse } from './refuse.ts';

/** The configuration for a command; one that cannot be read ends it with all that is wrong. */
export function readConfigOrRefuse(): Config {
  const result = readConfig();
  if (result.ok) return result.config;
  return refuse(['Open Call cannot read this configuration:', ...result.errors.map((error) => `  - ${error}`)]);
}
