import type { CursorStore } from '../../requests/index.ts';

/**
 * How far was heard, as a snowflake: everything up to it is handled. The ids of Discord and of X grow with time over
 * everything, so one mark serves a whole shard or timeline; it stays behind whatever is unfinished.
 */
export interface Watermark {
  value(): bigint;
  /** A post that is being handled; call the answer when it is done. */
  begin(id: bigint): () => void;
  /** A post that needed nothing. */
  passed(id: bigint): void;
  /** Keeps the mark from passing a point; call the answer to let go. */
  hold(at: bigint): () => void;
  save(): Promise<void>;
}

export async function openWatermark(
  { cursors, name }: { cursors: CursorStore; name: string },
  startAt: bigint,
): Promise<Watermark> {
  const stored = await cursors.load(name);
  let newest = stored === null ? startAt : BigInt(stored);
  let saved = stored === null ? null : newest;
  const held = new Map<symbol, bigint>();

  const value = () => {
    let lowest = newest;
    for (const at of held.values()) if (at < lowest) lowest = at;
    return lowest;
  };
  const passed = (id: bigint) => {
    if (id > newest) newest = id;
  };
  const hold = (at: bigint) => {
    const key = Symbol('held');
    held.set(key, at);
    return () => void held.delete(key);
  };
  return {
    value,
    passed,
    hold,
    begin(id) {
      passed(id);
      return hold(id - 1n);
    },
    async save() {
      const now = value();
      if (now === saved) return;
      await cursors.save(name, String(now));
      saved = now;
    },
  };
}
