/** ISO 639-2, as video files have it, in the shorter form of BCP 47 that pages use. */
const TAGS: Readonly<Record<string, string>> = { eng: 'en', ara: 'ar', jpn: 'ja', kor: 'ko', zho: 'zh', heb: 'he' };

export function languageTag(language: string): string {
  return TAGS[language] ?? 'und';
}
