import { expect, it } from 'vitest';
import { createCardKeys } from '../../../src/web/app/desk/card-keys.ts';

const ABOUT_CARD = [...'aedsmhqvir'];
const MOVING_ABOUT = [...'jkx', 'escape'];
/** All that the desk's own keys do while a card is there. */
const HEARD = [...ABOUT_CARD, ...MOVING_ABOUT];

/** What is meant of these keys on a card that comes at a moment; before, only what moves about does anything. */
function meantOf(shownAt: number, ...pressed: readonly (readonly [at: number, key: string])[]): string {
  const keys = createCardKeys(ABOUT_CARD);
  let shown = false;
  return pressed
    .filter(([at, key]) => {
      if (at >= shownAt && !shown) keys.shown(shownAt);
      shown = at >= shownAt;
      return keys.isMeant(key, at, HEARD.includes(key) && (shown || MOVING_ABOUT.includes(key)));
    })
    .map(([, key]) => key)
    .join('');
}

it('a key is about the card once that is on the screen', () => {
  expect(meantOf(1000, [1000, 'a'], [1001, 'd'])).toBe('ad');
  expect(meantOf(1000, [999, 'a'], [1700, 'a'])).toBe('a');
});

it('nothing that is typed on from before the card came decides it, until the typing has paused', () => {
  const typed = [...'try one mouse and a jar'].map((letter, place) => [700 + 150 * place, letter] as const);
  const letters = typed.filter(([, letter]) => letter !== ' ');
  expect(meantOf(1000, ...letters).replace('j', '')).toBe('');
  const [until = 0] = typed.at(-1) ?? [];
  expect(meantOf(1000, ...letters, [until + 700, 'a']).replace('j', '')).toBe('a');
});

it('a key that was pressed before, and is heard only now, is not meant', () => {
  const keys = createCardKeys(ABOUT_CARD);
  keys.shown(1000);
  expect([keys.isMeant('a', 990, true), keys.isMeant('a', 1100, true), keys.isMeant('a', 1800, true)]).toEqual([
    false,
    false,
    true,
  ]);
});

it('moving about is about no card, and keeps nobody from deciding', () => {
  expect(meantOf(1000, [900, 'j'], [950, 'k'], [1010, 'a'])).toBe('jka');
  expect(meantOf(1000, [900, 'escape'], [1010, 'a'])).toBe('escapea');
});
