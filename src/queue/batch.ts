interface Waiting<Item, Answer> {
  item: Item;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Makes one call of many: items that come in the same turn of the event loop, or while a call is under way, go out
 * together in the next. One call at a time, so batches grow with the load and nobody waits for a timer. `run` answers
 * in the order of its items; where it rejects, all of its items do. Items that have a key in common never go out
 * together, but one after the other as they came.
 */
export function createBatch<Item, Answer>(
  run: (items: readonly Item[]) => Promise<readonly Answer[]>,
  maxSize: number,
  keysOf?: (item: Item) => readonly string[],
): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = [];
  let underWay = false;

  /** Takes out what goes next. */
  function next(): Waiting<Item, Answer>[] {
    const all = waiting;
    if (!keysOf) {
      waiting = all.slice(maxSize);
      return all.slice(0, maxSize);
    }
    waiting = [];
    const seen = new Set<string>();
    return all.filter((each, place) => {
      const keys = keysOf(each.item);
      const goes = place - waiting.length < maxSize && !keys.some((key) => seen.has(key));
      // Also of what stays, so that nothing overtakes it.
      for (const key of keys) seen.add(key);
      if (!goes) waiting.push(each);
      return goes;
    });
  }

  async function send(): Promise<void> {
    const batch = next();
    try {
      const answers = await run(batch.map(({ item }) => item));
      if (answers.length !== batch.length) throw new Error(`${batch.length} items got ${answers.length} answers`);
      batch.forEach(({ resolve }, index) => {
        resolve(answers[index] as Answer);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    if (waiting.length > 0) setImmediate(send);
    else underWay = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (underWay) return;
      underWay = true;
      setImmediate(send);
    });
}
