/** The number of a post on X, from its address or as it is; null where there is none. */
export function readPostId(written: string): string | null {
  const text = written.trim();
  if (/^\d{5,19}$/.test(text)) return text;
  return (
    /^(?:https?:\/\/)?(?:[a-z]+\.)?(?:x|twitter)\.com\/[^?#]*\bstatus(?:es)?\/(\d{5,19})(?:[/?#]|$)/i.exec(text)?.[1] ??
    null
  );
}
