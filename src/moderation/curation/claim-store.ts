/** A lock on a request under review: whoever holds it decides it. */
export interface Claim {
  requestId: string;
  curator: string;
  /** ISO 8601; after that anybody may take it. */
  until: string;
}

export interface ClaimStore {
  /** Takes or renews the claim; answers with the claim in force, which may be another curator's. */
  claim(claim: Claim, now: string): Promise<Claim>;
  release(requestId: string, curator: string): Promise<void>;
  inForce(requestIds: readonly string[], now: string): Promise<Claim[]>;
  /** Every claim in force; no more than there are curators at work. */
  allInForce(now: string): Promise<Claim[]>;
  /** Calls back soon after a claim was taken or released, perhaps more often than needed. Returns the way to stop. */
  onNews(callback: () => void): () => void;
}
