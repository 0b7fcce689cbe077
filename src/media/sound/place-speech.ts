/** When a piece is spoken, in seconds from the start. */
export interface SpeechTime {
  start: number;
  end: number;
}

export interface SpeechPlan {
  /** How much faster than it was spoken; 1: as it was. */
  tempo: number;
  /** Of the pieces that have room, in order; the rest is not spoken. */
  times: SpeechTime[];
}

/** The quiet before, between and after, in seconds. */
const BEFORE = 0.3;
const BETWEEN = 0.18;
const AFTER = 0.25;

/** Faster than this a voice sounds hurried. */
const FASTEST = 1.25;

/** Places pieces of speech (their lengths in seconds) one after another into a clip: a little faster where that is enough, else fewer. */
export function placeSpeech(lengths: readonly number[], seconds: number): SpeechPlan {
  for (let count = lengths.length; count > 0; count -= 1) {
    const spoken = lengths.slice(0, count);
    const room = seconds - BEFORE - AFTER - BETWEEN * (count - 1);
    const tempo = Math.max(1, spoken.reduce((sum, length) => sum + length, 0) / Math.max(0.001, room));
    if (tempo > FASTEST) continue;
    let at = BEFORE;
    const times = spoken.map((length) => {
      const time = { start: at, end: at + length / tempo };
      at = time.end + BETWEEN;
      return time;
    });
    return { tempo, times };
  }
  return { tempo: 1, times: [] };
}
