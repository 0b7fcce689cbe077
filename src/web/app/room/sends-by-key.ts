import type { KeyboardEvent } from 'react';

/**
 * Enter sends, as in every channel, and with Shift it begins a line. Where fingers type on a screen there is no other way to
 * begin one; and while an input method puts a word together, Enter takes that word.
 */
export function sendsByKey({ key, shiftKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean {
  if (key !== 'Enter' || shiftKey || nativeEvent.isComposing) return false;
  return ctrlKey || metaKey || !matchMedia('(pointer: coarse)').matches;
}
