import type { StepContext, StepHandler, StepResult } from '../../queue/step-handler.ts';
import {
  AdapterError,
  createTurns,
  type Operation,
  type RequestIn,
  type RequestStore,
  type Shot,
  type ShotOrder,
} from '../../requests/index.ts';
import { RESTING } from '../circuit-breaker.ts';
import type { Engines } from '../engines.ts';
import type { Purse } from '../money/purse.ts';
import { estimateCost, planClip } from '../plan-clip.ts';
import { tellInKnownWords, type WriteFor } from '../script/tell-in-known-words.ts';
import type { StartOutcome, VideoEngine } from '../video-engine.ts';
import { beginningOf, type LastPicture } from './beginning-of.ts';
import { extendedBy } from './extended-by.ts';
import { ownRemix } from './own-remix.ts';
import { type OtherRequests, reconcileStart } from './reconcile-start.ts';

/** A budget has room again when something is refunded, a day begins or the operator raises it. */
export const LOOK_AT_BUDGET_MS = 60_000;

type ShotIn<S extends Shot['state']> = Extract<Shot, { state: S }>;

export interface StartShotDependencies {
  engines: Engines;
  purse: Purse;
  requests: OtherRequests & Pick<RequestStore, 'find'>;
  lastPicture: LastPicture;
  writeFor: WriteFor;
}

type Replacing = Pick<StartShotDependencies, 'engines' | 'writeFor'>;

/**
 * Starts one shot and pays for it once. The intent is committed first; where it is found there already, an earlier try
 * may have reached the engine, and that is settled before anything is sent.
 */
export function createStartShot(dependencies: StartShotDependencies): StepHandler<'start-shot'> {
  const { engines } = dependencies;
  const turns = createTurns();
  return async (context) => {
    const { request, work } = context;
    if (request.state !== 'generating') return { next: 'nothing' };
    const engine = engines.byId(request.engine);
    if (!engine) {
      const error = `The engine ${request.engine} is not there any more`;
      return { next: 'apply', event: { kind: 'gave-up', during: 'generating', error } };
    }
    const shot = request.shots[work.shot];
    if (shot?.state === 'planned') return intendAndStart(context, engine, dependencies);
    if (shot?.state !== 'starting') return { next: 'nothing' };
    const settleIt = () => settle(context, engine, shot, dependencies);
    return engine.limits.idempotency === 'list' ? turns.take(engine.id, settleIt) : settleIt();
  };
}

/** The money is reserved in the commit that says what is about to be done, or nothing is done. */
async function intendAndStart(
  context: StepContext<'start-shot'>,
  engine: VideoEngine,
  { purse, requests, lastPicture, ...replacing }: StartShotDependencies,
): Promise<StepResult> {
  const { request, work } = context;
  const key = `${request.id}.${work.shot}.${request.version}`;
  const order = request.state === 'generating' ? request.shots[work.shot]?.order : undefined;
  if (request.state !== 'generating' || order === undefined) return { next: 'nothing' };
  const beginning = await beginningOf(request.shots, work.shot, engine.limits, {
    lastPicture,
    signal: context.signal,
    parentClip: async () => {
      const parent = request.parentId === null ? null : await requests.find(request.parentId);
      return parent?.state === 'delivered' ? parent.clip.master : null;
    },
  });
  if (beginning.outcome === 'failed') {
    return { next: 'apply', event: { kind: 'shot-failed', shot: beginning.shot, failure: beginning.failure } };
  }
  const { picture } = beginning;
  const remakes = engine.limits.remix ? await remixFor(request, order, requests) : null;
  const source =
    engine.limits.extension && order.begins === 'continues'
      ? extendedBy(request.shots, work.shot, await requests.history(request.id))
      : null;
  const reservation = await purse.reservation(request.callId, estimateCost([order], engine.limits));
  const decision = await context.apply({
    kind: 'shot-intended',
    shot: work.shot,
    key,
    ...(reservation ? { reservation } : {}),
    ...(picture ? { picture } : {}),
    ...(remakes ? { remakes } : {}),
    ...(source ? { extends: source } : {}),
  });
  if (!decision.applies && decision.why === 'over-budget') return { next: 'again', afterMs: LOOK_AT_BUDGET_MS };
  if (!decision.applies || decision.request.state !== 'generating') return { next: 'nothing' };
  const shot = decision.request.shots[work.shot];
  return shot?.state === 'starting'
    ? start(context, engine, shot, { ...replacing, tried: 'first' })
    : { next: 'nothing' };
}

/** Only a clip of one shot has a video at the engine that is the clip. */
async function remixFor(
  request: RequestIn<'generating'>,
  order: ShotOrder,
  requests: StartShotDependencies['requests'],
): Promise<Operation | null> {
  const { parentId, engine, shots, approval } = request;
  if (parentId === null || shots.length > 1 || order.picture !== null) return null;
  const [parent, history] = await Promise.all([requests.find(parentId), requests.history(parentId)]);
  return ownRemix(order, { engine, prompt: approval.prompt }, parent, history);
}

async function settle(
  context: StepContext<'start-shot'>,
  engine: VideoEngine,
  shot: ShotIn<'starting'>,
  { requests, ...replacing }: Replacing & { requests: OtherRequests },
): Promise<StepResult> {
  const found = await reconcileStart(engine, context.request, shot, requests);
  switch (found.outcome) {
    case 'same-key':
      return start(context, engine, shot, { ...replacing, tried: 'again' });
    case 'adopt':
      return adopt(context, engine, found.operation);
    case 'uncertain':
      return { next: 'apply', event: { kind: 'shot-uncertain', shot: context.work.shot, why: found.why } };
    default:
      return found satisfies never;
  }
}

/** Saved before the next doubtful start is settled, which could otherwise adopt the same operation. */
async function adopt(
  context: StepContext<'start-shot'>,
  engine: VideoEngine,
  operation: Operation,
): Promise<StepResult> {
  const { shot } = context.work;
  const decision = await context.apply({ kind: 'shot-started', shot, operation, checkAfterMs: 0 });
  if (!decision.applies && decision.why === 'not-now') await engine.cancel(operation);
  return { next: 'nothing' };
}

/** That a try never left says nothing of an earlier one under the same key, whose answer may only have been lost. */
async function start(
  context: StepContext<'start-shot'>,
  engine: VideoEngine,
  shot: ShotIn<'starting'>,
  { tried, ...replacing }: Replacing & { tried: 'first' | 'again' },
): Promise<StepResult> {
  if (!(await context.isCurrent())) return { next: 'nothing' };
  try {
    const answer = await engine.start(shot.order, shot.key);
    if (answer.outcome === 'started') return started(context, engine, answer);
    const { failure } = answer;
    const replaced = failure.kind === 'engine' ? await replacedBy(replacing, context, engine, failure.message) : null;
    return replaced ?? { next: 'apply', event: { kind: 'shot-failed', shot: context.work.shot, failure } };
  } catch (error) {
    const rests = tried === 'first' && error instanceof AdapterError && error.code === RESTING;
    const replaced = rests ? await replacedBy(replacing, context, engine, error.message) : null;
    if (replaced !== null) return replaced;
    if (tried === 'first' && error instanceof AdapterError && error.neverSent) {
      await context.apply({ kind: 'shot-not-sent', shot: context.work.shot });
    }
    throw error;
  }
}

/**
 * Another engine makes it, where there is one that can and nothing was begun at this one. Not after moderation: what one
 * engine will not make for what it is, no other is asked for.
 */
async function replacedBy(
  { engines, writeFor }: Replacing,
  { request }: StepContext<'start-shot'>,
  engine: VideoEngine,
  why: string,
): Promise<StepResult | null> {
  const next = engines.after(engine.id);
  if (next === null || request.state !== 'generating') return null;
  // What was made already is not thrown away for the rest of it.
  if (request.shots.some(({ state }) => state === 'downloaded')) return null;
  const others = engines.from(next.id);
  const plan = planClip(request, request.approval, others);
  if (plan.outcome === 'impossible') return null;
  const told = await tellInKnownWords(request, plan, { engines: others, writeFor });
  return { next: 'apply', event: { kind: 'engine-replaced', engine: told.engine, shots: told.shots, why } };
}

function started(
  { work }: StepContext<'start-shot'>,
  engine: VideoEngine,
  { outcome: _outcome, ...begun }: Extract<StartOutcome, { outcome: 'started' }>,
): StepResult {
  return {
    next: 'apply',
    event: { kind: 'shot-started', shot: work.shot, ...begun },
    // Withdrawn while the engine was being asked: nobody wants this video any more.
    ifMoot: () => engine.cancel(begun.operation),
  };
}
