import { createFilmMaker } from './film.ts';
import { hostedDialects } from './hosted/hosted-dialects.ts';
import { startHostedSimulator } from './hosted/hosted-simulator.ts';
import { startReplicateSimulator } from './replicate/replicate-simulator.ts';
import { startRunwaySimulator } from './runway/runway-simulator.ts';
import type { Vendor } from './vendor.ts';
import { startVideosSimulator } from './videos/videos-simulator.ts';

export const SIMULATED_ENGINES = [
  'openai',
  'sglang',
  'vllm-omni',
  'litellm',
  'replicate',
  'fal',
  'google',
  'xai',
  'runway',
] as const;
export type SimulatedEngine = (typeof SIMULATED_ENGINES)[number];

/** A shot takes as long as a person may watch for. */
const RENDER_MS = 8000;
const KEY = 'any';

export interface EngineStand {
  /** The settings that put it in. */
  settings: string;
  vendor: Vendor;
  close(): Promise<void>;
}

/** One engine on this machine, with films of its own and a bill. 0 as the port takes any free one. */
export async function simulateEngine(engine: SimulatedEngine, port: number): Promise<EngineStand> {
  const films = createFilmMaker();
  const common = { films, renderMs: RENDER_MS, port };
  const { simulator, settings } = await open(engine, common);
  return {
    settings: `${settings} ENGINE_URL=${simulator.url} ENGINE_POLL_SECONDS=1`,
    vendor: simulator.vendor,
    close: async () => {
      await simulator.close();
      await films.dispose();
    },
  };
}

async function open(engine: SimulatedEngine, common: Parameters<typeof startRunwaySimulator>[0]) {
  switch (engine) {
    case 'replicate': {
      const settings = `ENGINE=ai-sdk ENGINE_MODEL=replicate:wan-video/wan-3 ENGINE_KEY=${KEY}`;
      return { simulator: await startReplicateSimulator(common), settings };
    }
    case 'fal':
    case 'google':
    case 'xai': {
      const simulator = await startHostedSimulator({ ...common, provider: engine });
      return { simulator, settings: hostedDialects[engine].settings };
    }
    case 'runway':
      return { simulator: await startRunwaySimulator(common), settings: `ENGINE=runway ENGINE_KEY=${KEY}` };
    default: {
      const settings = 'ENGINE=openai-videos ENGINE_PRICE_PER_SECOND=0.1';
      return { simulator: await startVideosSimulator({ ...common, dialect: engine }), settings };
    }
  }
}
