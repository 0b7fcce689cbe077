import type { PromptRequest, RequestIn } from '../request.ts';
import type { Shot, ShotOrder, ShotState } from '../shot.ts';
import type { Rules, Ruling } from './rule.ts';
import { workForShots } from './work-for-shots.ts';

/** From an approval to all shots on our disk. */
export const generationRules: Rules<
  | 'generation-started'
  | 'engine-replaced'
  | 'shot-intended'
  | 'shot-not-sent'
  | 'shot-started'
  | 'shot-progressed'
  | 'shot-rendered'
  | 'shot-downloaded'
  | 'shot-failed'
  | 'shot-uncertain'
  | 'shot-restarted'
> = {
  'generation-started': (request, { engine, shots }) => {
    if (request.state !== 'approved' || shots.length === 0) return 'not-now';
    const { verdict, approval } = request;
    const planned = shots.map((order): Shot => ({ order, state: 'planned' }));
    return {
      next: { state: 'generating', verdict, approval, engine, shots: planned },
      work: workForShots(planned),
    };
  },

  'engine-replaced': (request, { engine, shots }) => {
    if (request.state !== 'generating' || engine === request.engine || shots.length === 0) return 'not-now';
    const nothingBegun = request.shots.every(({ state }) => ['planned', 'starting', 'failed'].includes(state));
    if (!nothingBegun) return 'not-now';
    const { verdict, approval } = request;
    const planned = shots.map((order): Shot => ({ order, state: 'planned' }));
    return {
      next: { state: 'generating', verdict, approval, engine, shots: planned },
      work: workForShots(planned),
    };
  },

  'shot-intended': (request, { shot, key, picture, remakes, extends: source }, now) =>
    moveShot(request, shot, ['planned'], ({ order }) => ({
      state: 'starting',
      key,
      intendedAt: now,
      order: { ...order, ...(picture && { picture }), ...(remakes && { remakes }), ...(source && { extends: source }) },
    })),

  'shot-not-sent': (request, { shot }) => moveShot(request, shot, ['starting'], () => ({ state: 'planned' })),

  'shot-started': (request, { shot, operation, checkAfterMs }, now) =>
    moveShot(
      request,
      shot,
      ['starting', 'uncertain'],
      ({ key }) => ({ state: 'running', key, operation, startedAt: now, progress: 0 }),
      { step: 'check-shot', shot, afterMs: checkAfterMs },
    ),

  'shot-progressed': (request, { shot, progress }) => {
    const current = shotAt(request, shot);
    if (current?.state === 'running' && progress <= current.progress) return 'already-so';
    return moveShot(request, shot, ['running'], (running) => ({ ...running, progress: Math.min(progress, 1) }));
  },

  'shot-rendered': (request, { shot }) =>
    moveShot(request, shot, ['running'], ({ key, operation }) => ({ state: 'rendered', key, operation }), {
      step: 'download-shot',
      shot,
    }),

  'shot-downloaded': (request, { shot, file, still }) => {
    const here = { state: 'downloaded', file, ...(still && { still }) } as const;
    const ruling = moveShot(request, shot, ['rendered'], ({ key }) => ({ ...here, key }));
    if (typeof ruling === 'string' || ruling.next.state !== 'generating') return ruling;
    const { shots, engine, verdict, approval } = ruling.next;
    const next = shots.findIndex((each) => each.state !== 'downloaded');
    // It waited for this one's last picture; any other state has work of its own.
    if (shots[next]?.state === 'planned') return { ...ruling, work: [{ step: 'start-shot', shot: next }] };
    if (next >= 0) return ruling;
    return {
      next: { state: 'finishing', verdict, approval, engine, shots, clip: null, clipVerdict: null },
      work: [{ step: 'finish-clip' }],
    };
  },

  'shot-failed': (request, { shot, failure }) => {
    const toFailed = ({ key }: { key: string }) => ({ state: 'failed', key, failure }) as const;
    // A file that turns out not to be what was ordered fails its shot while the clip is finished.
    const ruling =
      request.state === 'finishing' && !request.clip
        ? moveShot({ ...request, state: 'generating' }, shot, ['downloaded'], toFailed)
        : moveShot(request, shot, ['starting', 'running', 'rendered', 'downloaded'], toFailed);
    if (typeof ruling === 'string' || ruling.next.state !== 'generating') return ruling;
    const { shots, engine, verdict, approval } = ruling.next;
    const error = failure.message;
    return { next: { state: 'failed', during: 'generating', error, verdict, approval, engine, shots, clip: null } };
  },

  'shot-uncertain': (request, { shot, why }) =>
    moveShot(request, shot, ['starting'], ({ key, intendedAt }) => ({ state: 'uncertain', key, intendedAt, why })),

  'shot-restarted': (request, { shot }) =>
    moveShot(request, shot, ['uncertain'], () => ({ state: 'planned' }), { step: 'start-shot', shot }),
};

type ShotIn<S extends ShotState['state']> = Extract<Shot, { state: S }>;
type Moved = ShotState & { order?: ShotOrder };

function shotAt(request: PromptRequest, index: number): Shot | undefined {
  return request.state === 'generating' ? request.shots[index] : undefined;
}

/** Moves one shot of a generating request from any of the given states, and leaves the others as they are. */
function moveShot<S extends ShotState['state']>(
  request: PromptRequest,
  index: number,
  from: readonly S[],
  to: (shot: ShotIn<S>) => Moved,
  ...work: NonNullable<Exclude<Ruling, string>['work']>
): Ruling {
  const shot = shotAt(request, index);
  if (!shot || !from.some((state) => state === shot.state)) return 'not-now';
  const generating = request as RequestIn<'generating'>;
  const moved = { order: shot.order, ...to(shot as ShotIn<S>) } as Shot;
  const { engine, verdict, approval } = generating;
  const shots = generating.shots.with(index, moved);
  return { next: { state: 'generating', engine, verdict, approval, shots }, work };
}
