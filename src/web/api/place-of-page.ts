import type { FastifyRequest } from 'fastify';
import { createSay } from '../../wording/say-page.ts';
import type { Place } from '../pages/public-page.ts';
import { languageOf } from './choose-language.ts';
import { readPageFiles } from './read-page-files.ts';
import type { WebDependencies } from './web-dependencies.ts';

type Site = Pick<WebDependencies, 'publicUrl' | 'staticDirectory'>;

/** Where a page that is asked for stands, and in which language. */
export async function placeOf(request: FastifyRequest, path: string, site: Site): Promise<Place> {
  const language = languageOf(request);
  const files = await readPageFiles(site.staticDirectory);
  return { language, say: createSay(language), publicUrl: withoutSlash(site.publicUrl), path, files };
}

/** For what must name a whole address: as the asker calls us, where nobody has said how we are called. */
export function addressOf(request: FastifyRequest, { publicUrl }: Pick<Site, 'publicUrl'>): string {
  return withoutSlash(publicUrl) ?? `${request.protocol}://${request.host}`;
}

function withoutSlash(url: string | null): string | null {
  return url?.replace(/\/$/, '') ?? null;
}
