/**
 * What only one process may have at a time, such as a shard of a gateway. Whoever has it must say so again before the
 * time is over; then, or when it is released, another may take it. Time is told by the records' clock.
 */
export interface Leases {
  /** Takes it where it is free, and keeps it where it is the holder's. False where another has it. */
  hold(name: string, holder: string, forMs: number): Promise<boolean>;
  /** Lets another take it at once; nothing happens where it is not the holder's. */
  release(name: string, holder: string): Promise<void>;
}

/** How one process holds what only one may have. */
export interface Holding {
  leases: Leases;
  /** This process, unlike any other that uses the same records. */
  holder: string;
  /** Milliseconds without a word after which another process takes over. */
  leaseMs: number;
}
