import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { div, io, ready, setBackend, type Tensor, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { MobileNetV2Model } from 'nsfwjs/models/mobilenet_v2';
import type { NudityScores } from '../media-tools.ts';

/** Of the model's picture, in pixels. */
export const MODEL_SIDE = 224;

/** In the order of the model's answer. */
const CLASSES = ['drawing', 'hentai', 'neutral', 'porn', 'sexy'] as const;

/**
 * nsfwjs' small model (MobileNetV2, 2.6 MB), with its weights as they lie in the package: nothing is fetched. Takes
 * `MODEL_SIDE` squared pixels of RGB.
 */
export async function openNudityModel(): Promise<(rgb: Uint8Array) => Promise<NudityScores>> {
  const wasm = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(join(dirname(wasm), '/'));
  setThreadsCount(1);
  await setBackend('wasm');
  await ready();
  const model = await loadLayersModel(io.fromMemory(await readModel()));
  return async (rgb) => {
    const answer = tidy(() => {
      const picture = tensor4d(Float32Array.from(rgb), [1, MODEL_SIDE, MODEL_SIDE, 3]);
      return model.predict(div(picture, 255)) as Tensor;
    });
    const scores = await answer.data();
    answer.dispose();
    return Object.fromEntries(CLASSES.map((name, place) => [name, scores[place] ?? 0])) as unknown as NudityScores;
  };
}

interface ModelJson {
  modelTopology: object;
  weightsManifest: { weights: io.WeightsManifestEntry[] }[];
}

async function readModel(): Promise<io.ModelArtifacts> {
  const { default: model } = (await MobileNetV2Model.modelJson()) as { default: ModelJson };
  const weights: Buffer[] = [];
  for (const bundle of MobileNetV2Model.weightBundles as (() => Promise<{ default: string }>)[]) {
    weights.push(Buffer.from((await bundle()).default, 'base64'));
  }
  const bytes = Buffer.concat(weights);
  return {
    modelTopology: model.modelTopology,
    weightSpecs: model.weightsManifest.flatMap(({ weights }) => weights),
    weightData: Uint8Array.from(bytes).buffer,
  };
}
