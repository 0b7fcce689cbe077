const APPEAL = /^(?:i\s+|please\s+)?(?:appeal|أعترض|اعتراض|اعترض)(?![\p{L}\p{N}])/iu;

/** What a post says that appeals to the bot, less the bot's name; null where it does not begin as an appeal. */
export function appealWords(text: string): string | null {
  const words = text
    .replace(/@opencall/gi, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return APPEAL.test(words) ? words : null;
}
