/** What a vendor says of our key and model. Asking costs nothing: no video is begun. */
export type AccountLook =
  /** `says`: what it tells besides, e.g. how much is left; null where nothing. */
  | { outcome: 'known'; model: string | null; says: string | null }
  | { outcome: 'key-refused'; why: string }
  /** `offered`: what it has instead, as far as it tells. */
  | { outcome: 'no-such-model'; model: string; offered: string[] }
  | { outcome: 'unreachable'; why: string }
  /** It answers, and does not tell. */
  | { outcome: 'untold'; why: string };

/** An answer that is neither trouble of the vendor's nor a plain refusal of the key. */
export interface VendorAnswer {
  status: number;
  /** Null where it is no JSON. */
  body: unknown;
}

const WITHIN_MS = 10_000;

/** Asks once, with a deadline, and follows nowhere: a redirect could lead anywhere, with our key. */
export async function askVendor(
  { url, headers }: { url: string; headers: Record<string, string> },
  read: (answer: VendorAnswer) => AccountLook,
): Promise<AccountLook> {
  let answer: VendorAnswer;
  try {
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(WITHIN_MS) });
    answer = { status: response.status, body: await response.json().catch(() => null) };
  } catch (error) {
    return { outcome: 'unreachable', why: reasonOf(error) };
  }
  const { status } = answer;
  if (status === 401 || status === 403) return { outcome: 'key-refused', why: `it answers ${status}` };
  if (status === 429 || status >= 500) return { outcome: 'unreachable', why: `it answers ${status}` };
  return read(answer);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer within ten seconds';
  const { cause } = error;
  return cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : error.message;
}
