import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { configurationPage } from '../../../src/app/configuration-page.ts';

it('docs/configuration.md is what the schema says', async () => {
  expect(await readFile('docs/configuration.md', 'utf8')).toBe(configurationPage());
});
