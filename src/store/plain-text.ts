/** PostgreSQL keeps neither NUL nor halves of characters; people's posts can hold both. */
const UNKEPT = /\\u(?:0000|d[89a-f])/i;

/** JSON that PostgreSQL's `jsonb` takes, whatever the texts in it hold: NUL is left out, half a character becomes U+FFFD. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!UNKEPT.test(json)) return json;
  return JSON.stringify(value, (_key, each: unknown) => (typeof each === 'string' ? toText(each) : each));
}

/** The same for one text. */
export function toText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
