/** Ends the process with what is wrong. Exit code 2 stands for what the person can put right. */
export function refuse(lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(2);
}
