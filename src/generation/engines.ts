import type { VideoEngine } from './video-engine.ts';

/** The engines that this installation has, by id, and the one that is used unless a call names another. */
export interface Engines {
  byId(id: string): VideoEngine | null;
  default: VideoEngine;
  /** The one that is asked where this one cannot; null where there is none. */
  after(id: string): VideoEngine | null;
  /** That one (null or one that is not there: the default), and those that are asked where it cannot, in their order. */
  from(id: string | null): readonly [VideoEngine, ...VideoEngine[]];
}

export function enginesOf(engines: readonly [VideoEngine, ...VideoEngine[]]): Engines {
  return {
    byId: (id) => engines.find((engine) => engine.id === id) ?? null,
    default: engines[0],
    after(id) {
      const place = engines.findIndex((engine) => engine.id === id);
      return place < 0 ? null : (engines[place + 1] ?? null);
    },
    from(id) {
      const place = engines.findIndex((engine) => engine.id === id);
      const [first = engines[0], ...others] = engines.slice(Math.max(0, place));
      return [first, ...others];
    },
  };
}
