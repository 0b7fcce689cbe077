import type { CallProgress } from './follow-requests.ts';

const WIDTH = 28;

export interface ProgressLine {
  show(progress: CallProgress): void;
  /** Leaves the bar as it is; nothing more is shown. */
  end(): void;
}

/** A progress bar that is drawn over itself on a terminal; elsewhere a line for each tenth. */
export function createProgressLine(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): ProgressLine {
  let tenth = -1;
  let drawn = false;
  let ended = false;
  return {
    show({ done, of, delivered, underWay }) {
      if (ended) return;
      const text = `${done} of ${of} done, ${delivered} delivered`;
      if (stream.isTTY) {
        const share = of === 0 ? 1 : Math.min(1, (done + underWay) / of);
        const filled = Math.round(share * WIDTH);
        drawn = true;
        stream.write(`\r\u001b[2K  ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${text}`);
        return;
      }
      const now = Math.floor((of === 0 ? 1 : done / of) * 10);
      if (now > tenth) stream.write(`${text}\n`);
      tenth = Math.max(tenth, now);
    },
    end() {
      if (drawn && !ended) stream.write('\n');
      ended = true;
    },
  };
}
