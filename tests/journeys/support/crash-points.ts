import type { Parts } from '../../../src/app/parts.ts';

/** Where a process dies: before or after the n-th call of a part's method, e.g. `engine.start`, `store.requests.save`. */
export interface CrashPoint {
  call: string;
  when: 'before' | 'after';
  /** From 1. */
  nth: number;
  /** Only calls whose arguments, as JSON, hold this text are counted. */
  about?: string;
}

/** Kills this very process as `kill -9` does: nothing runs any more, no handler, no flush. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

/** The parts as they are, save that the process dies at the given point while that is armed. */
export function crashAt(parts: Parts, point: CrashPoint, isArmed: () => boolean): Parts {
  const path = point.call.split('.');
  const method = path.pop() ?? '';
  return replaceAt(parts, path, (owner) => {
    let calls = 0;
    const original = owner[method] as (...args: unknown[]) => unknown;
    const deadly = async (...args: unknown[]) => {
      const counts = isArmed() && (point.about === undefined || JSON.stringify(args).includes(point.about));
      if (counts) calls += 1;
      const now = counts && calls === point.nth;
      if (now && point.when === 'before') return die();
      const result = await original.apply(owner, args);
      return now ? die() : result;
    };
    return { ...owner, [method]: deadly };
  }) as unknown as Parts;
}

type Owner = Record<string, unknown>;

function replaceAt(owner: unknown, path: readonly string[], make: (owner: Owner) => unknown): unknown {
  const [next, ...rest] = path;
  if (next === undefined) return make(owner as Owner);
  if (Array.isArray(owner)) return owner.map((each) => (each.id === next ? replaceAt(each, rest, make) : each));
  return { ...(owner as Owner), [next]: replaceAt((owner as Owner)[next], rest, make) };
}
