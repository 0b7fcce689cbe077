import type { VideoEngine } from './video-engine.ts';

/** The engines that this installation has, by id, and the one that is used unless a call names another. */
export interface Engines {
  byId(id: string): VideoEngine | null;
  default: VideoEngine;
  /** The one that is asked where this one cannot; null where there is none. */
  after(id: string): VideoEngine | null;
}

export function enginesOf(engines: readonly [VideoEngine, ...VideoEngine[]]): Engines {
  return {
    byId: (id) => engines.find((engine) => engine.id === id) ?? null,
    default: engines[0],
    after(id) {
      const place = engines.findIndex((engine) => engine.id === id);
      return place < 0 ? null : (engines[place + 1] ?? null);
    },
  };
}
