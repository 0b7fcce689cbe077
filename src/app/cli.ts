import { writeFile } from 'node:fs/promises';
import { answerHelp } from './answer-help.ts';
import { configurationPage } from './configuration-page.ts';
import { runDoctor } from './doctor.ts';
import { invite } from './invite.ts';
import { runLogin } from './login.ts';
import { refuse } from './refuse.ts';
import { changeRefusedPictures } from './refused-pictures.ts';
import { runVerifyHistory } from './verify-history.ts';

const USAGE = `npm run opencall -- COMMAND

  doctor          looks whether everything that the app needs is there, and says what to do; --json for programs
  login x         lets the bot in at X by OAuth 2, and keeps what it needs for that, encrypted
  invite NAME     prints a one-time sign-in link to the review desk for the curator of that name; --role viewer, curator,
                  lead or operator says what they may do there
  refused-pictures FILE
                  puts hashes of pictures on the list of those never accepted; --remove FILE takes them off
  verify-history  looks whether the history is as it was sealed, and names the first entry that is not; --seal NUMBER:HASH
                  compares with a seal that was noted elsewhere
  configuration   writes docs/configuration.md from the settings' schema`;

const given = process.argv.slice(2);
answerHelp(given, USAGE);
const [command, ...rest] = given;
switch (command) {
  case 'doctor':
    process.exitCode = await runDoctor(rest);
    break;
  case 'login':
    process.exitCode = await runLogin(rest);
    break;
  case 'invite':
    await invite(rest);
    break;
  case 'refused-pictures':
    await changeRefusedPictures(rest);
    break;
  case 'verify-history':
    process.exitCode = await runVerifyHistory(rest);
    break;
  case 'configuration':
    await writeFile('docs/configuration.md', configurationPage());
    break;
  default:
    refuse([...(command ? [`There is no command ${command}.`] : []), USAGE]);
}
