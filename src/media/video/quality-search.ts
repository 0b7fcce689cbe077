export interface QualitySearch {
  /** The constant rate factor that is wanted: a higher one looks worse and is smaller. */
  from: number;
  maxBytes: number;
  /**
   * Writes the video with that factor, over what was written before, and says how many bytes it has. One that is too large
   * may be broken off, and its bytes be a guess from what was done of it.
   */
  encode: (quality: number) => Promise<number>;
}

interface Encoded {
  quality: number;
  bytes: number;
}

/** x264's bytes about halve with so many steps of its factor. Source: x264's authors on CRF, "±6 halves or doubles". */
const STEPS_PER_HALF = 6;
/** Where a rougher picture would have to be, a smaller one looks better. */
const ROUGHEST = 34;
/** What fills so much of the room is as good as it gets; what is guessed aims in between. */
const GOOD_ENOUGH = 0.88;
const AIM = 0.94;
const ENCODES_AT_MOST = 4;
/** No factor nearer than this to one that was tried shows a difference. */
const STEP = 0.25;

/**
 * Finds the best quality that fits: the wanted one where that does, else what the sizes of those tried make likely. A
 * steady factor gives still and busy scenes the same look, which a limit of bits per second does not. Resolves with the
 * bytes of what is written then; null where even the roughest that is worth it is too large.
 */
export async function searchQuality({ from, maxBytes, encode }: QualitySearch): Promise<number | null> {
  let over: Encoded | null = null;
  let fits: Encoded | null = null;
  let written = from;
  for (let next: number | null = from, count = 0; next !== null && count < ENCODES_AT_MOST; count += 1) {
    const tried: Encoded = { quality: next, bytes: await encode(next) };
    written = next;
    if (tried.bytes <= maxBytes) fits = tried;
    else over = tried;
    const isBest = fits !== null && (over === null || fits.bytes >= GOOD_ENOUGH * maxBytes);
    next = isBest ? null : guess(tried, over, fits, maxBytes);
  }
  if (fits === null) return null;
  return fits.quality === written ? fits.bytes : encode(fits.quality);
}

/** What to try next, between the best that fits and the roughest that does not; null where nothing lies there. */
function guess(last: Encoded, over: Encoded | null, fits: Encoded | null, maxBytes: number): number | null {
  const halvings = (from: Encoded, bytes: number) => Math.log2(from.bytes / bytes);
  // What two sizes tell of this very video is worth more than what is usual.
  const stepsPerHalf =
    over !== null && fits !== null ? (fits.quality - over.quality) / halvings(over, fits.bytes) : STEPS_PER_HALF;
  const likely = last.quality + stepsPerHalf * halvings(last, AIM * maxBytes);
  const least = (over?.quality ?? 0) + STEP;
  const most = fits === null ? ROUGHEST : fits.quality - STEP;
  if (least > most) return null;
  return Math.min(most, Math.max(least, Math.round(likely / STEP) * STEP));
}
