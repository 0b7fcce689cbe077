/** What a second of video costs at a model, in US dollars, and who said so when. */
export interface Price {
  /** A part of the model's name, with its provider where that matters. */
  model: RegExp;
  /** At the resolution and with the sound that cost most of what this app asks for: better reserved than owed. */
  usdPerSecond: number;
  source: string;
  /** ISO 8601. */
  date: string;
}

/**
 * Prices as they were found; `ENGINE_PRICE_PER_SECOND` goes before them. The first that fits is taken, so what is
 * narrower stands first.
 */
export const PRICES: readonly Price[] = [
  { model: /gemini-omni.*1\.1/i, usdPerSecond: 0.1, source: 'reseller, 720p', date: '2026-08-22' },
  { model: /veo-?3\.1/i, usdPerSecond: 0.4, source: 'fal, with sound (0.20 silent)', date: '2026-08-22' },
  { model: /gen4\.5/i, usdPerSecond: 0.12, source: 'Runway', date: '2026-08-22' },
  { model: /gen4_turbo/i, usdPerSecond: 0.05, source: 'Runway', date: '2026-08-22' },
  { model: /kling.*4/i, usdPerSecond: 0.157, source: 'fal, 720p', date: '2026-08-22' },
  { model: /grok-imagine.*1[.-]?5/i, usdPerSecond: 0.14, source: 'xAI, 720p', date: '2026-08-22' },
  { model: /(minimax|hailuo|h)-?3/i, usdPerSecond: 0.08, source: 'MiniMax, 768p', date: '2026-08-22' },
  { model: /seedance.*2[.-]5/i, usdPerSecond: 0.18, source: 'fal, 720p', date: '2026-08-22' },
  { model: /wan.*3/i, usdPerSecond: 0.1, source: 'fal and Replicate, 720p', date: '2026-11-26' },
  { model: /ltx.*2\.3.*fast/i, usdPerSecond: 0.04, source: 'fal, 1080p', date: '2026-11-26' },
];

/** Null where no price is known. */
export function priceOf(model: string): Price | null {
  return PRICES.find((price) => price.model.test(model)) ?? null;
}
