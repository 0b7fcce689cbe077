import type OpenAI from 'openai';
import type { Job, Vendor } from '../vendor.ts';

/** Who speaks `/v1/videos`, each with the fields that it has and those that it has not. */
export type SimulatedDialect = 'openai' | 'sglang' | 'vllm-omni' | 'litellm';

type Video = OpenAI.Video;

/** A job as OpenAI's published types have it. */
function openaiVideo(vendor: Vendor, job: Job): Video {
  const state = vendor.stateOf(job);
  const over = state.state !== 'running';
  const expired = job.fate === 'expired';
  return {
    id: job.id,
    object: 'video',
    model: job.model ?? 'sora-2',
    prompt: job.prompt,
    status: statusWord(state),
    progress: state.state === 'running' ? Math.round(state.progress * 100) : 100,
    created_at: Math.floor(job.createdAt / 1000),
    completed_at: over ? Math.floor(vendor.now() / 1000) : null,
    expires_at: over ? Math.floor(vendor.now() / 1000) + (expired ? -1 : 3600) : null,
    seconds: String(job.seconds),
    size: `${job.width}x${job.height}` as Video['size'],
    remixed_from_video_id: job.remixOf ?? null,
    error:
      state.state !== 'failed'
        ? null
        : state.why === 'moderation'
          ? { code: 'moderation_blocked', message: 'Your request was blocked by our moderation system.' }
          : { code: 'video_generation_failed', message: `Making the video failed: ${state.why}.` },
  };
}

function statusWord(state: ReturnType<Vendor['stateOf']>): Video['status'] {
  if (state.state === 'rendered') return 'completed';
  if (state.state === 'failed') return 'failed';
  return state.progress === 0 ? 'queued' : 'in_progress';
}

/** The same job as a dialect tells it. */
export function videoIn(dialect: SimulatedDialect, vendor: Vendor, job: Job): Record<string, unknown> {
  const video = openaiVideo(vendor, job);
  switch (dialect) {
    case 'openai':
      return { ...video };
    case 'sglang': {
      const { expires_at: _expires, remixed_from_video_id: _remixed, error, ...rest } = video;
      return { ...rest, error: error === null ? null : { message: error.message }, file_path: null };
    }
    case 'vllm-omni':
      return { ...video, quality: 'default', media_type: 'video/mp4', stage_durations: {}, peak_memory_mb: 0 };
    case 'litellm': {
      const { progress: _progress, ...rest } = video;
      return { ...rest, status: video.status === 'in_progress' ? 'processing' : video.status, usage: {} };
    }
    default:
      return dialect satisfies never;
  }
}

/** What `GET /models` tells of itself, by which a dialect is known. */
export function modelsIn(dialect: SimulatedDialect): unknown {
  const owner = { openai: 'openai', sglang: 'sglang', 'vllm-omni': 'vllm', litellm: 'openai' }[dialect];
  const id = { openai: 'sora-2', sglang: 'Wan-AI/Wan2.2', 'vllm-omni': 'Wan-AI/Wan2.2', litellm: 'veo' }[dialect];
  return { object: 'list', data: [{ id, object: 'model', created: 1_760_000_000, owned_by: owner }] };
}
