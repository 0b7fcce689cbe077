const TYPING = 'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable]';

/**
 * The key as the desk knows it, or null when it is not meant for it: while somebody types, in a dialog, or together
 * with Ctrl, Alt or Meta. On a keyboard without Latin letters, the letter that stands in its place.
 */
export function readKey(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (event.key.startsWith('Arrow') && target?.closest('input')) return null;
  if (target?.closest(TYPING) || target?.closest('dialog[open]')) return null;
  if (event.key === '?' || event.key === '؟') return '?';
  if (event.key.length > 1) return event.key.toLowerCase();
  if (/^[a-z0-9]$/i.test(event.key)) return event.key.toLowerCase();
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(event.code);
  return place?.[1]?.toLowerCase() ?? place?.[2] ?? null;
}
