/** So many are under way at once, waiting for the records: those that wait together are committed together. */
const AT_ONCE = 200;

/**
 * Begins what arrives in a rush one by one, each in a turn of the event loop of its own: reading and screening ten
 * thousand posts takes seconds, in which presses of buttons must still be answered.
 */
export function createOneByOne(): <Result>(act: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let isNextDue = false;

  function dueNext(): void {
    if (isNextDue) return;
    isNextDue = true;
    setImmediate(beginNext);
  }

  function beginNext(): void {
    isNextDue = false;
    if (underWay >= AT_ONCE) return;
    const begin = waiting.shift();
    if (!begin) return;
    underWay += 1;
    begin();
    dueNext();
  }

  return async (act) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      dueNext();
    });
    try {
      return await act();
    } finally {
      underWay -= 1;
      dueNext();
    }
  };
}
