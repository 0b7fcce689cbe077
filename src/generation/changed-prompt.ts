const LAST_STOPS = /[\s.!?؟…,;،؛]+$/u;

/** The words of a clip, without the stop at their end, so that more can follow. */
export function openWords(prompt: string): string {
  return prompt.replace(LAST_STOPS, '');
}

/** "The same, at night": the clip's words with a change behind them. */
export function changedPrompt(prompt: string, change: string): string {
  return `${openWords(prompt)}, ${change}`;
}

/** Whether a prompt is another one with a change behind it, as it still is when a curator has edited the change. */
export function isChangeOf(prompt: string, other: string): boolean {
  const same = changedPrompt(other, '');
  return same.length > 2 && prompt.startsWith(same) && prompt.length > same.length;
}
