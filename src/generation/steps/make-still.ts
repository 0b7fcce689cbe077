import { rm } from 'node:fs/promises';
import type { FileStore } from '../../files/file-store.ts';
import type { StepContext, StepHandler, StepResult } from '../../queue/step-handler.ts';
import {
  AdapterError,
  type Clock,
  type PromptRequest,
  type RequestIn,
  type Still,
  type StillFailure,
  type StoredFile,
  type Verdict,
} from '../../requests/index.ts';
import { frameSizeOf } from '../frame-size.ts';
import type { Purse } from '../money/purse.ts';
import { type PlannedEngines, planClip } from '../plan-clip.ts';
import { promptText } from '../prompt-text.ts';
import type { StillMaker, StillOrder } from '../still-maker.ts';

export interface MakeStillDependencies {
  /** Null: no image model is there, or none any more. */
  maker: StillMaker | null;
  /** Who would make the clip, whose shape a still has. */
  engines: PlannedEngines;
  purse: Pick<Purse, 'reservation'>;
  files: Pick<FileStore, 'temporaryPath'>;
  /** Decodes what came and keeps it written anew; null where it is no picture. */
  takeIn: (path: string, signal: AbortSignal) => Promise<StoredFile | null>;
  /** Looks at the words with the picture that was made of them. */
  screen: (request: PromptRequest, words: string, picture: StoredFile) => Promise<Verdict>;
  clock: Clock;
}

/** What a model is asked for: enough for a first picture in 720p. */
const RESOLUTION = 720;
/** A curator waits for it, who would rather ask again. */
const PATIENCE_MS = 10 * 60_000;

type StillIn<S extends Still['state']> = Extract<Still, { state: S }>;
type Context = StepContext<'make-still'>;

/**
 * Has a still made of a request in review, and pays for it once: the intent is committed first, with its money. Found there
 * already, an earlier try may have reached the model, which can tell nothing of it: "may have been billed", and never
 * asked again but by a curator. Nobody sees it before it was screened.
 */
export function createMakeStill(dependencies: MakeStillDependencies): StepHandler<'make-still'> {
  return async (context) => {
    const { request } = context;
    const still = request.state === 'in-review' ? request.still : undefined;
    if (request.state !== 'in-review' || !still) return { next: 'nothing' };
    if (still.state === 'starting') return uncertain('The process ended while it was being made');
    return still.state === 'asked' ? intendAndMake(context, request, still, dependencies) : { next: 'nothing' };
  };
}

async function intendAndMake(
  context: Context,
  request: RequestIn<'in-review'>,
  still: StillIn<'asked'>,
  dependencies: MakeStillDependencies,
): Promise<StepResult> {
  const { maker, purse } = dependencies;
  if (maker === null) return failed({ kind: 'maker', message: 'No image model is configured', billed: false });
  const order = orderOf(request, still, dependencies.engines);
  if (order === null) return failed({ kind: 'maker', message: 'No engine can make a clip of it', billed: false });
  const reservation = await purse.reservation(request.callId, maker.priceUsd);
  const decision = await context.apply({
    kind: 'still-intended',
    key: `${request.id}.still.${request.version}`,
    maker: maker.id,
    ...(reservation ? { reservation } : {}),
  });
  if (!decision.applies && decision.why === 'over-budget') {
    return failed({ kind: 'budget', message: 'The budget has no room for it', billed: false });
  }
  if (!decision.applies || !(await context.isCurrent())) return { next: 'nothing' };
  return make(context, { request, order, still, maker }, dependencies);
}

/** The first shot as it would be made: its words, its look and its shape. */
function orderOf(
  request: RequestIn<'in-review'>,
  { prompt, seed }: StillIn<'asked'>,
  engines: PlannedEngines,
): StillOrder | null {
  const { options, script } = request;
  const written = prompt === request.prompt && script ? { script } : {};
  const plan = planClip(request, { prompt, options: { ...options, resolution: RESOLUTION }, ...written }, engines);
  const [first] = plan.outcome === 'fits' ? plan.shots : [];
  if (first === undefined) return null;
  const size = frameSizeOf([{ aspect: first.aspect, resolution: RESOLUTION }]);
  return { prompt: promptText(first), size, seed };
}

interface Making {
  request: RequestIn<'in-review'>;
  order: StillOrder;
  still: StillIn<'asked'>;
  maker: StillMaker;
}

async function make(context: Context, making: Making, dependencies: MakeStillDependencies): Promise<StepResult> {
  const path = await dependencies.files.temporaryPath('.still');
  try {
    const outcome = await making.maker.make(making.order, path, context.signal);
    if (outcome.outcome === 'refused') return failed(outcome.failure);
    return await takeIn(context, path, making, dependencies);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    if (!error.neverSent) return uncertain(error.message);
    const waited = dependencies.clock().getTime() - Date.parse(making.still.askedAt);
    if (!error.retryable || waited > PATIENCE_MS) {
      return failed({ kind: 'maker', message: error.message, billed: false });
    }
    await context.apply({ kind: 'still-not-sent' });
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

async function takeIn(
  { signal }: Context,
  path: string,
  { request, still }: Making,
  dependencies: MakeStillDependencies,
): Promise<StepResult> {
  let file: StoredFile | null;
  try {
    file = await dependencies.takeIn(path, signal);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return failed({ kind: 'maker', message: error.message, billed: true });
  }
  if (file === null) return failed({ kind: 'not-a-picture', message: 'What came is no picture', billed: true });
  const verdict = await dependencies.screen(request, still.prompt, file);
  if (verdict.outcome === 'refuse') {
    const policies = verdict.findings.flatMap(({ policy, outcome }) => (outcome === 'refuse' ? [policy] : []));
    return failed({ kind: 'screening', message: policies.join(', '), billed: true });
  }
  return { next: 'apply', event: { kind: 'still-made', file, verdict } };
}

function failed(failure: StillFailure): StepResult {
  return { next: 'apply', event: { kind: 'still-failed', failure } };
}

function uncertain(why: string): StepResult {
  return { next: 'apply', event: { kind: 'still-uncertain', why } };
}
