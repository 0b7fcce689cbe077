import { shorten, tidyPrompt } from './tidy-prompt.ts';

/** Fits beside our own words in a post on X, where a line has 280. */
export const CAPTION_LENGTH = 140;

/** The prompt as a title, at most 140 characters as people count them. Empty for a prompt that says nothing. */
export function caption(prompt: string): string {
  return shorten(tidyPrompt(prompt), CAPTION_LENGTH);
}
