import { type Call, isOpen, opensWithin, placeOf, placesOn, STANDING_CALL_ID } from './call.ts';

const SOON_MS = 24 * 60 * 60 * 1000;

/**
 * The call that a post asks in: of those open there, the one that began last; where none is, the standing one. A call
 * kept to certain channels goes before one that is open on all of a platform, and that before one that is open
 * everywhere. A thread belongs to the channel in which it hangs. On the last day before a call opens, who asks in a
 * channel that it is kept to means that one: they are to be told when it opens.
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
  /** How closely a call is kept to where the post is; null: not open there. */
  const closeness = (call: Call): number | null => {
    if (call.places === null) return 2;
    if (call.places.some((place) => places.includes(place))) return 0;
    return call.places.includes(placesOn(platform)) ? 1 : null;
  };
  const others = calls.filter(({ id }) => id !== STANDING_CALL_ID);
  const open = others.flatMap((call) => {
    const near = isOpen(call, now) ? closeness(call) : null;
    return near === null ? [] : [{ call, near }];
  });
  const [first] = open.toSorted(
    (one, other) => one.near - other.near || (one.call.opensAt < other.call.opensAt ? 1 : -1),
  );
  if (first?.near === 0) return first.call;
  const [coming] = others
    .filter((call) => opensWithin(call, SOON_MS, now) && closeness(call) === 0)
    .toSorted((one, other) => (one.opensAt < other.opensAt ? -1 : 1));
  return coming ?? first?.call ?? calls.find(({ id }) => id === STANDING_CALL_ID);
}
