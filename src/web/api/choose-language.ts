import type { FastifyRequest } from 'fastify';
import { LOCALES, type Locale } from '../../requests/index.ts';

const DEFAULT: Locale = 'en';

/** The language to answer in: `?locale=` where the page says it, else what the browser likes best of what we speak. */
export function languageOf(request: FastifyRequest): Locale {
  const asked = (request.query as { locale?: unknown } | undefined)?.locale;
  return LOCALES.find((locale) => locale === asked) ?? chooseLanguage(request.headers['accept-language'] ?? '');
}

/** Reads an `Accept-Language` header (RFC 9110, 12.5.4). Nonsense gives English. */
export function chooseLanguage(header: string): Locale {
  const wishes = header
    .slice(0, 500)
    .split(',')
    .map((wish) => {
      const [range = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { locale: LOCALES.find((locale) => range.split('-')[0] === locale), quality: Number(quality) || 0 };
    })
    .filter((wish) => wish.locale !== undefined && wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes[0]?.locale ?? DEFAULT;
}
