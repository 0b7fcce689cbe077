/** Something that the person at the terminal can mend. Its message is printed as it is, without a stack. */
export class LaunchError extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'LaunchError';
    this.exitCode = exitCode;
  }
}

/** A signal came while something was being prepared; this process is to end as that signal has it. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Interrupted by ${signal}`);
    this.name = 'Interrupted';
    this.signal = signal;
  }
}
