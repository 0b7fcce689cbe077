import type { Config } from './config.ts';

/** Where people reach the pages, without a slash at its end; as they are listened on, where nobody has said it. */
export function pagesAddress(
  { PUBLIC_URL, HOST, PORT }: Pick<Config, 'PUBLIC_URL' | 'HOST' | 'PORT'>,
  listening = `http://${HOST}:${PORT}`,
): string {
  return PUBLIC_URL?.replace(/\/$/, '') ?? listening;
}
