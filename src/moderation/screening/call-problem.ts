/** Why a service could not be asked, in a few words for a curator: never what was sent to it, which holds the key. */
export function callProblem(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  const status = 'status' in error && typeof error.status === 'number' ? error.status : null;
  if (status !== null) return `it answers ${status}`;
  if (/timed? ?out/i.test(error.message)) return 'no answer in time';
  if (/connection|fetch failed/i.test(error.message)) return 'it cannot be reached';
  return 'its answer cannot be read';
}
