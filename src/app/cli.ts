import { writeFile } from 'node:fs/promises';
import { configurationPage } from './configuration-page.ts';
import { refuse } from './refuse.ts';

const USAGE = `npm run opencall -- COMMAND

  configuration   writes docs/configuration.md from the settings' schema`;

const [command] = process.argv.slice(2);
switch (command) {
  case 'configuration':
    await writeFile('docs/configuration.md', configurationPage());
    break;
  default:
    refuse([...(command ? [`There is no command ${command}.`] : []), USAGE]);
}
