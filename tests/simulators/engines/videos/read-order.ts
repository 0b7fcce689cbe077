import type { JobOrder } from '../vendor.ts';
import type { SimulatedDialect } from './answers.ts';

export type ReadOrder = { order: JobOrder } | { problem: string };

/** Reads `POST /videos` as strictly as the server of that dialect does. */
export function readOrder(dialect: SimulatedDialect, fields: Record<string, unknown>): ReadOrder {
  const prompt = text(fields.prompt);
  if (prompt === null || prompt === '') return { problem: 'prompt: Field required' };
  const size = /^(\d+)x(\d+)$/.exec(text(fields.size) ?? '720x1280');
  if (size === null) return { problem: 'size: must be WIDTHxHEIGHT' };
  const seconds = text(fields.seconds) ?? '4';
  if (!/^[1-9]\d*$/.test(seconds)) return { problem: 'seconds: must be a whole number' };
  const known = KNOWN[dialect];
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) return { problem: `Unknown parameter: '${unknown}'` };
  const [width, height] = [Number(size[1]), Number(size[2])];
  if (dialect === 'openai' && !SIZES.includes(`${width}x${height}`))
    return { problem: `Invalid size: ${width}x${height}` };
  if (dialect === 'openai' && !['4', '8', '12'].includes(seconds)) return { problem: `Invalid seconds: ${seconds}` };
  const framesPerSecond = Number(text(fields.fps) ?? 24);
  const frames = Number(text(fields.num_frames) ?? Number(seconds) * framesPerSecond);
  return {
    order: {
      ...{ prompt, width, height, framesPerSecond, frames },
      model: text(fields.model),
      seconds: Number(seconds),
      seed: fields.seed === undefined ? null : Number(fields.seed),
      picture: fields.input_reference !== undefined || hasPicture(fields.image_reference),
      sound: dialect === 'openai' || dialect === 'litellm' || fields.generate_sound === 'true',
    },
  };
}

const SIZES = ['720x1280', '1280x720', '1024x1792', '1792x1024'];
const COMMON = ['prompt', 'model', 'seconds', 'size', 'input_reference'];
const SELF_HOSTED = ['fps', 'num_frames', 'seed', 'negative_prompt'];
const KNOWN: Record<SimulatedDialect, readonly string[]> = {
  openai: COMMON,
  litellm: COMMON,
  sglang: [...COMMON, ...SELF_HOSTED],
  'vllm-omni': [...COMMON, ...SELF_HOSTED, 'image_reference', 'generate_sound'],
};

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function hasPicture(reference: unknown): boolean {
  if (typeof reference !== 'string') return false;
  const { image_url: url } = JSON.parse(reference) as { image_url?: unknown };
  return typeof url === 'string' && url.startsWith('data:image/');
}
