/** Prints how a command is used, and ends well, where `--help` or `-h` asks for that. */
export function answerHelp(given: readonly string[], usage: string): void {
  if (!given.includes('--help') && !given.includes('-h')) return;
  console.log(usage);
  process.exit(0);
}
