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
}
