import { writeFile } from 'node:fs/promises';
import { configurationPage } from './configuration-page.ts';
import { invite } from './invite.ts';
import { refuse } from './refuse.ts';

const USAGE = `npm run opencall -- COMMAND

  invite NAME     prints a one-time sign-in link to the review desk for the curator of that name
  configuration   writes docs/configuration.md from the settings' schema`;

const [command, ...words] = process.argv.slice(2);
switch (command) {
  case 'invite':
    await invite(words.join(' '));
    break;
  case 'configuration':
    await writeFile('docs/configuration.md', configurationPage());
    break;
  default:
    refuse([...(command ? [`There is no command ${command}.`] : []), USAGE]);
}
