const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** What XML 1.0 does not take, and no page shows: control characters but tab and line ends, and two non-characters. */
const UNSHOWN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]|[\u007f-\u009f]/gu;

/**
 * A person's text for a page or a feed: its direction is its own, and cannot reach beyond it. Where it stands its element
 * isolates it (`dir="auto"`, `bdi`).
 */
export function harmlessText(text: string): string {
  return text.toWellFormed().replace(BIDI_CONTROLS, '').replace(UNSHOWN, '');
}
