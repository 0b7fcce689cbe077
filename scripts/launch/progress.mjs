const redrawEveryMs = 300;
const plainLineEveryMs = 10_000;

/**
 * Tells how a long step goes: one live line on a terminal, a plain line now and then elsewhere. On standard error, since
 * standard output belongs to the command that follows.
 *
 * @param {() => string} describe the state of things, asked again and again
 * @param {NodeJS.WriteStream} [stream]
 */
export function showProgress(describe, stream = process.stderr) {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const live = stream.isTTY === true;
  const line = () => `${describe()} · ${seconds()} s`;
  const write = () => {
    if (live) stream.write(`\r\x1b[2K${line().slice(0, (stream.columns ?? 80) - 1)}`);
    else stream.write(`${line()}\n`);
  };
  if (live) write();
  else stream.write(`${describe()}\n`);
  const timer = setInterval(write, live ? redrawEveryMs : plainLineEveryMs);
  return {
    /** @param {string} [result] a last line; `…` becomes the seconds it took */
    end(result) {
      clearInterval(timer);
      if (live) stream.write('\r\x1b[2K');
      if (result !== undefined) stream.write(`${result.replace('…', `${seconds()} s`)}\n`);
    },
  };
}
