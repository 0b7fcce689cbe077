import { commands } from './commands.mjs';
import { ensureNode } from './ensure-node.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { ensurePages } from './ensure-pages.mjs';
import { Interrupted, LaunchError } from './launch-error.mjs';
import { endLike } from './start-child.mjs';

const wrongUse = 64;

/** @param {string | undefined} name */
function findCommand(name) {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command;
  const known = Object.entries(commands).map(([known, { about }]) => `  npm run ${known.padEnd(9)} ${about}`);
  const wrong = name === undefined ? 'Say what to do:' : `There is no command "${name}". There are:`;
  throw new LaunchError([wrong, ...known].join('\n'), wrongUse);
}

/**
 * @param {import('./commands.mjs').Command} command
 * @param {readonly string[]} commandArguments
 * @returns {string | null} what it does, where that is all that was asked for
 */
function helpWanted({ reads }, commandArguments) {
  if (reads === undefined) return null;
  if (commandArguments.includes('--help') || commandArguments.includes('-h')) return reads.help;
  const unknown = commandArguments.find((argument) => !reads.options.includes(argument));
  if (unknown === undefined) return null;
  throw new LaunchError(`There is no option "${unknown}".\n\n${reads.help}`, wrongUse);
}

/**
 * Makes the checkout ready where it is not, and runs a command in it.
 *
 * @param {string} root of the checkout
 * @param {readonly string[]} launchArguments the command, then what it is given
 */
export async function launch(root, [name, ...commandArguments]) {
  try {
    const command = findCommand(name);
    const help = helpWanted(command, commandArguments);
    if (help !== null) return process.stdout.write(help);
    const node = await ensureNode(root);
    await ensurePackages(root, node);
    if (command.pages) await ensurePages(root, node);
    endLike(await command.run({ root, node }, commandArguments));
  } catch (error) {
    if (error instanceof Interrupted) return endLike({ code: 1, signal: error.signal });
    if (!(error instanceof LaunchError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
