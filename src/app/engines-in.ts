import { type Engines, enginesOf } from '../generation/engines.ts';
import type { VideoEngine } from '../generation/video-engine.ts';

/** The engines of this installation, in the order in which they are asked. */
export function enginesIn(parts: { engine: VideoEngine; fallbackEngine: VideoEngine | null }): Engines {
  const { engine, fallbackEngine } = parts;
  return enginesOf([engine, ...(fallbackEngine ? [fallbackEngine] : [])]);
}
