import { type Call, isOpen, placeOf, STANDING_CALL_ID } from './call.ts';

/**
 * The call that a post asks in: of those open there, the one that began last; where none is, the standing one. A call
 * kept to certain channels goes before one that is open everywhere. A thread belongs to the channel in which it hangs.
 */
export function chooseCall(
  calls: readonly Call[],
  post: { platform: string; channel: string; withinChannel?: string },
  now: Date,
): Call | undefined {
  const { platform, channel, withinChannel } = post;
  const places = [channel, ...(withinChannel === undefined ? [] : [withinChannel])].map((each) =>
    placeOf({ platform, channel: each }),
  );
  const open = calls.filter(
    (call) =>
      call.id !== STANDING_CALL_ID &&
      isOpen(call, now) &&
      (call.places?.some((place) => places.includes(place)) ?? true),
  );
  const [first] = open.toSorted(
    (one, other) =>
      Number(one.places === null) - Number(other.places === null) || (one.opensAt < other.opensAt ? 1 : -1),
  );
  return first ?? calls.find(({ id }) => id === STANDING_CALL_ID);
}
