import { type Call, isOpen, placeOf, STANDING_CALL_ID } from './call.ts';

/**
 * The call that a post asks in: of those open there, the one that began last; where none is, the standing one. A call
 * kept to certain channels goes before one that is open everywhere.
 */
export function chooseCall(
  calls: readonly Call[],
  post: { platform: string; channel: string },
  now: Date,
): Call | undefined {
  const place = placeOf(post);
  const open = calls.filter(
    (call) => call.id !== STANDING_CALL_ID && isOpen(call, now) && (call.places?.includes(place) ?? true),
  );
  const [first] = open.toSorted(
    (one, other) =>
      Number(one.places === null) - Number(other.places === null) || (one.opensAt < other.opensAt ? 1 : -1),
  );
  return first ?? calls.find(({ id }) => id === STANDING_CALL_ID);
}
