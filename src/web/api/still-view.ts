import type { PlannedEngines } from '../../generation/plan-clip.ts';
import type { RequestIn } from '../../requests/index.ts';
import type { StillView } from './contract-of-stills.ts';
import { fileUrl } from './file-access.ts';

/** The still of what is in review, as its card shows it; null where there is none. */
export function stillViewOf(request: RequestIn<'in-review'> | null, [engine]: PlannedEngines): StillView | null {
  const still = request?.still;
  if (!request || !still) return null;
  const made = still.state === 'made' ? still : null;
  return {
    state: still.state === 'asked' || still.state === 'starting' ? 'making' : still.state,
    key: made?.key ?? null,
    prompt: still.prompt,
    pictureUrl: made && fileUrl(made.file, { request: request.id }),
    flags: made?.verdict.findings ?? [],
    failure: failureOf(still),
    begins: engine.limits.picture,
  };
}

function failureOf(still: NonNullable<RequestIn<'in-review'>['still']>): StillView['failure'] {
  if (still.state !== 'failed') return null;
  const { kind, message } = still.failure;
  return { kind, message };
}
