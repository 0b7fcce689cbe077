import type { CallProgress } from './run-call.ts';

const WIDTH = 28;

/** A progress bar that is drawn over itself on a terminal; elsewhere a line for each tenth. */
export function createProgressLine(stream: NodeJS.WriteStream): { show(progress: CallProgress): void; end(): void } {
  let tenth = -1;
  return {
    show({ done, of, delivered, underWay }) {
      const share = of === 0 ? 1 : Math.min(1, (done + underWay) / of);
      const text = `${done} of ${of} done, ${delivered} delivered`;
      if (stream.isTTY) {
        const filled = Math.round(share * WIDTH);
        stream.write(`\r\u001b[2K  ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${text}`);
        return;
      }
      const now = Math.floor((of === 0 ? 1 : done / of) * 10);
      if (now > tenth) stream.write(`${text}\n`);
      tenth = Math.max(tenth, now);
    },
    end() {
      if (stream.isTTY) stream.write('\n');
    },
  };
}
