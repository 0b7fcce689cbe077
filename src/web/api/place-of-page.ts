import type { FastifyRequest } from 'fastify';
import { createSay } from '../../wording/say-page.ts';
import type { Place } from '../pages/public-page.ts';
import { languageOf } from './choose-language.ts';
import { readPageFiles } from './read-page-files.ts';
import type { WebContext } from './web-context.ts';

type Site = Pick<WebContext, 'publicUrl' | 'staticDirectory'>;

/** Where a page that is asked for stands, and in which language. */
export async function placeOf(request: FastifyRequest, path: string, site: Site): Promise<Place> {
  const language = languageOf(request);
  const files = await readPageFiles(site.staticDirectory);
  return { language, say: createSay(language), publicUrl: site.publicUrl, path, files };
}

/** For what must name a whole address: as the asker calls us, where nobody has said how we are called. */
export function addressOf(request: FastifyRequest, { publicUrl }: Pick<Site, 'publicUrl'>): string {
  return publicUrl ?? `${request.protocol}://${request.host}`;
}
