import { and, eq } from 'drizzle-orm';
import type { TranslationStore } from '../moderation/curation/translation-store.ts';
import { toText } from './plain-text.ts';
import type { Records } from './records.ts';
import { translations } from './schema.ts';

export function createTranslationStore({ drizzle }: Records): TranslationStore {
  const { requestId: request, locale, promptHash, text } = translations;
  return {
    async find(requestId, into) {
      const which = and(eq(request, toText(requestId)), eq(locale, into));
      const [found] = await drizzle.select({ promptHash, text }).from(translations).where(which);
      return found ?? null;
    },
    async keep(requestId, into, translation) {
      const row = { requestId: toText(requestId), locale: into, ...translation };
      await drizzle
        .insert(translations)
        .values(row)
        .onConflictDoUpdate({ target: [request, locale], set: translation });
    },
  };
}
