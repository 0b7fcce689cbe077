import type { Page } from 'playwright-core';

/** A key is about a card that is painted; one that is pressed before is not heard. */
export async function decideBy(key: string, desk: Page): Promise<void> {
  await desk.evaluate('new Promise((painted) => requestAnimationFrame(() => painted()))');
  await desk.keyboard.press(key);
}
