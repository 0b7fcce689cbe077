/** A certificate chain, the signer's own first, and its key, as PEM. ECDSA on P-256. */
export interface SigningIdentity {
  chain: string;
  key: string;
}
