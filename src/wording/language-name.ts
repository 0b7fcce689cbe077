/** A language (ISO 639-1) as it is called in another. */
export function languageName(inLanguage: string, code: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? code;
}
