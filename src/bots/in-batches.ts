/**
 * Handles items in their order, together with those that came while the batch before was handled, at most so many at
 * once. Each item's promise settles with its batch; when a batch fails, its items are handled one by one, so that only
 * the one that cannot be handled is rejected.
 */
export function inBatches<Item>(
  most: number,
  handle: (items: readonly Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  type Waiting = { item: Item; resolve: () => void; reject: (reason: unknown) => void };
  const waiting: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    // One turn of the event loop, so that what arrives together is handled together.
    await new Promise<void>((resolve) => setImmediate(resolve));
    for (let batch = waiting.splice(0, most); batch.length > 0; batch = waiting.splice(0, most)) await handleAll(batch);
    running = false;
  }

  async function handleAll(batch: readonly Waiting[]): Promise<void> {
    try {
      await handle(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const each of batch) await handleAll([each]);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void run();
    });
}
