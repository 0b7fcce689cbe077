import type { VideoEngine } from './video-engine.ts';

/** The engines that this installation has, by id, and the one that is used unless a call names another. */
export interface Engines {
  byId(id: string): VideoEngine | null;
  default: VideoEngine;
}

export function enginesOf(engines: readonly [VideoEngine, ...VideoEngine[]]): Engines {
  return {
    byId: (id) => engines.find((engine) => engine.id === id) ?? null,
    default: engines[0],
  };
}
