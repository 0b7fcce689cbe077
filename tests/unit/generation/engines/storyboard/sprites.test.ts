import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { OWN_DRAWINGS } from '../../../../../src/generation/engines/storyboard/stage/puppets/own-drawings.ts';
import { KIND_BY_SPRITE } from '../../../../../src/generation/prompt-words/kinds.ts';
import { PICTURE_WORDS } from '../../../../../src/generation/prompt-words/picture-words.ts';

const { icons, aliases = {} } = createRequire(import.meta.url)('@iconify-json/fluent-emoji-flat/icons.json') as {
  icons: Record<string, unknown>;
  aliases?: Record<string, unknown>;
};

describe('the names of drawings', () => {
  it.each([
    ['the words', new Set(PICTURE_WORDS.values())],
    ['the kinds', new Set(KIND_BY_SPRITE.keys())],
  ])('in %s are all of drawings that there are', (_, names) => {
    const known = (name: string) => name in icons || name in aliases || name in OWN_DRAWINGS;
    expect([...names].filter((name) => !known(name))).toEqual([]);
  });
});
