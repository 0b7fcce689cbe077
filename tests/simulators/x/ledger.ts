/** One request as it came and as it was answered. */
export interface LedgerEntry {
  at: number;
  method: string;
  /** As in the specification, e.g. `/2/users/{id}/mentions`. */
  route: string;
  path: string;
  query: Readonly<Record<string, string>>;
  body: unknown;
  /** 0 while it is not answered, and where the connection was cut. */
  status: number;
}

/** What X counts money for. */
export type Item = 'own-read' | 'read' | 'account-read' | 'reply' | 'alt-text' | 'post' | 'post-with-link';

/** X's price list, in millionths of a dollar. */
const PRICES: Readonly<Record<Item, number>> = {
  'own-read': 1000,
  read: 5000,
  'account-read': 10_000,
  reply: 10_000,
  'alt-text': 5000,
  post: 15_000,
  'post-with-link': 200_000,
};

export interface Ledger {
  requests: LedgerEntry[];
  /** What the bot did that X does not allow. */
  violations: string[];
  /** Where the simulator itself was not as X's specification says. */
  slips: string[];
  checked: Set<string>;
  /** What was bought, by kind. The same post or account on the same day is read for nothing. */
  bought: Map<Item, number>;
  buy(item: Item, id: string, day: string): void;
  dollars(): number;
}

export function createLedger(): Ledger {
  const read = new Set<string>();
  const bought = new Map<Item, number>();
  return {
    requests: [],
    violations: [],
    slips: [],
    checked: new Set(),
    bought,
    buy(item, id, day) {
      const key = `${day} ${id}`;
      if (item === 'own-read' || item === 'read' || item === 'account-read') {
        if (read.has(key)) return;
        read.add(key);
      }
      bought.set(item, (bought.get(item) ?? 0) + 1);
    },
    dollars: () => [...bought].reduce((sum, [item, count]) => sum + PRICES[item] * count, 0) / 1_000_000,
  };
}
