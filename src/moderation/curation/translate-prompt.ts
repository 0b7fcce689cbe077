import { createHash } from 'node:crypto';
import { AdapterError, type Locale, type PromptRequest } from '../../requests/index.ts';
import { detectLanguage } from '../screening/detect-language.ts';
import type { TranslationStore } from './translation-store.ts';
import type { TranslationStanding, Translator } from './translator.ts';

export interface TranslatingDependencies {
  translations: Pick<TranslationStore, 'find' | 'keep'>;
  /** Null where no model is configured. */
  translator: Translator | null;
}

type Asked = Pick<PromptRequest, 'id' | 'prompt'>;

const SCRIPT_OF: Readonly<Record<Locale, RegExp>> = { en: /\p{Script=Latin}/u, ar: /\p{Script=Arabic}/u };
const LETTERS = /\p{L}/gu;
/** A translation is hardly ever longer than so many times what it is of, and this; more is a model that lost itself. */
const [LONGER_TIMES, LONGER_BY] = [6, 200];

/** Whether there is a translation for a reader of that language, or could be. */
export async function translationFor(
  { translations, translator }: TranslatingDependencies,
  request: Asked,
  reader: Locale,
): Promise<TranslationStanding> {
  if (await isReadBy(reader, request.prompt)) return { standing: 'none' };
  const kept = await translations.find(request.id, reader);
  if (kept?.promptHash === hashOf(request.prompt)) return { standing: 'translated', text: kept.text };
  return { standing: translator ? 'offered' : 'none' };
}

/** The same, and made where it can be. `failed`: the model gave none. */
export async function translatePrompt(
  dependencies: TranslatingDependencies,
  request: Asked,
  reader: Locale,
): Promise<TranslationStanding | { standing: 'failed' }> {
  const { translations, translator } = dependencies;
  const before = await translationFor(dependencies, request, reader);
  if (before.standing !== 'offered' || !translator) return before;
  const made = await translator.translate(request.prompt, reader).catch((error: unknown) => {
    if (error instanceof AdapterError) return null;
    throw error;
  });
  const text = made === null ? '' : readable(made);
  if (text === '' || text.length > LONGER_TIMES * request.prompt.length + LONGER_BY) return { standing: 'failed' };
  await translations.keep(request.id, reader, { promptHash: hashOf(request.prompt), text });
  return { standing: 'translated', text };
}

/** Too short to tell a language by, it is told by its letters. */
async function isReadBy(reader: Locale, prompt: string): Promise<boolean> {
  const letters = prompt.match(LETTERS) ?? [];
  if (letters.length === 0) return true;
  const language = await detectLanguage(prompt);
  return language === null ? letters.every((letter) => SCRIPT_OF[reader].test(letter)) : language === reader;
}

/** Without what could turn the text around it, or hide in it: a model wrote it of a stranger's words. */
function readable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function hashOf(prompt: string): string {
  return createHash('sha256').update(prompt).digest('hex');
}
