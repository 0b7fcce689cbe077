import type { FilmFacts, FilmMaker } from './film.ts';

/** What a vendor was asked to make. */
export interface JobOrder extends FilmFacts {
  prompt: string;
  model: string | null;
  seconds: number;
  seed: number | null;
  picture: boolean;
  /** Whether it was told with which picture to end; absent where it was not. */
  ends?: true;
  /** The job whose video it is made of anew; absent where it is made of words alone. */
  remixOf?: string;
  /** The job that it goes on from; its `seconds` are those that are new. */
  extensionOf?: string;
}

/** What becomes of a job that is not made as it should be. */
export type Fate =
  /** Turned down while it is made, or when it is looked at afterwards. */
  | 'moderation'
  | 'moderation-after-rendering'
  | 'failed'
  /** Said to be done, and there is no video. */
  | 'no-video'
  | 'stuck'
  /** The file is kept no longer. */
  | 'expired'
  /** The connection ends in the middle of the file, or the file itself does. */
  | 'cut-connection'
  | 'cut-file'
  | 'not-a-video'
  | 'wrong-length'
  | 'progress-backwards';

/** What goes wrong with one call. */
export type CallFault =
  /** It is done, and the connection is cut before the answer. */
  | { kind: 'lost-answer' }
  /** The connection is cut before anything is done. */
  | { kind: 'unheard' }
  | { kind: 'status'; status: number; retryAfterSeconds?: number }
  /** A proxy's page, with 502 or, worse, 200. */
  | { kind: 'html'; status: number }
  /** The order is looked at and turned down. */
  | { kind: 'moderation' }
  /** Never answered, and not done. */
  | { kind: 'hang' };

export type Call = 'create' | 'status' | 'content' | 'list' | 'delete';

/** One start that the vendor did and bills. */
export interface Charge {
  job: string;
  prompt: string;
  seconds: number;
  usd: number;
  /** Unix time in milliseconds. */
  at: number;
}

export interface Job extends JobOrder {
  id: string;
  createdAt: number;
  fate: Fate | null;
  cancelled: boolean;
  /** The key under which it was started, where the vendor takes keys. */
  key: string | null;
  looks: number;
}

export type JobState =
  | { state: 'running'; progress: number }
  | { state: 'rendered' }
  | { state: 'failed'; why: 'moderation' | 'engine' | 'cancelled' };

export interface VendorSettings {
  films: FilmMaker;
  /** How long a job takes, in milliseconds. */
  renderMs?: number;
  usdPerSecond?: number;
  clock?: () => Date;
}

/** What stands at a vendor's: its jobs and its bill. It outlives every process of ours. */
export interface Vendor {
  readonly bill: readonly Charge[];
  readonly jobs: ReadonlyMap<string, Job>;
  /** How often each call came. */
  readonly calls: Readonly<Record<Call, number>>;
  /** Strikes the next calls of this kind; `about`: only those whose prompt, or whose job's, holds this text. */
  arm(call: Call, fault: CallFault, options?: { times?: number; about?: string }): void;
  /** What becomes of the next jobs; `about`: only of those whose prompt holds this text. */
  doom(fate: Fate, options?: { times?: number; about?: string }): void;
  take(call: Call, prompt: string): CallFault | null;
  start(order: JobOrder, key?: string | null): Job;
  stateOf(job: Job): JobState;
  cancel(job: Job): void;
  forget(id: string): void;
  film(job: Job): Promise<Buffer>;
  now(): number;
}

interface Armed<What> {
  what: What;
  left: number;
  about: string | null;
}

const USD_PER_SECOND = 0.1;

export function createVendor(name: string, settings: VendorSettings): Vendor {
  const { films, renderMs = 50, usdPerSecond = USD_PER_SECOND, clock = () => new Date() } = settings;
  const bill: Charge[] = [];
  const jobs = new Map<string, Job>();
  const calls: Record<Call, number> = { create: 0, status: 0, content: 0, list: 0, delete: 0 };
  const faults: (Armed<CallFault> & { call: Call })[] = [];
  const fates: Armed<Fate>[] = [];
  const now = () => clock().getTime();

  return {
    bill,
    jobs,
    calls,
    now,
    arm(call, what, { times = 1, about = null as string | null } = {}) {
      faults.push({ call, what, left: times, about });
    },
    doom(what, { times = 1, about = null as string | null } = {}) {
      fates.push({ what, left: times, about });
    },
    take(call, prompt) {
      calls[call] += 1;
      return use(
        faults.filter((each) => each.call === call),
        prompt,
      );
    },
    start(order, key = null) {
      const known = key === null ? undefined : [...jobs.values()].find((job) => job.key === key);
      if (known !== undefined) return known;
      // Not by how many there are: some may have been forgotten.
      const id = `${name}-${bill.length + 1}`;
      const fate = use(fates, order.prompt);
      const job: Job = { ...order, id, createdAt: now(), fate, cancelled: false, key, looks: 0 };
      jobs.set(id, job);
      bill.push({
        job: id,
        prompt: order.prompt,
        seconds: order.seconds,
        usd: order.seconds * usdPerSecond,
        at: now(),
      });
      return job;
    },
    stateOf(job) {
      if (job.cancelled) return { state: 'failed', why: 'cancelled' };
      const share = (now() - job.createdAt) / renderMs;
      job.looks += 1;
      if (job.fate === 'stuck') return { state: 'running', progress: Math.min(0.4, share) };
      if (share < 1) {
        const backwards = job.fate === 'progress-backwards' && job.looks % 2 === 0;
        return { state: 'running', progress: backwards ? share / 2 : share };
      }
      if (job.fate === 'moderation' || job.fate === 'moderation-after-rendering') {
        return { state: 'failed', why: 'moderation' };
      }
      return job.fate === 'failed' ? { state: 'failed', why: 'engine' } : { state: 'rendered' };
    },
    cancel(job) {
      job.cancelled = true;
    },
    forget: (id) => void jobs.delete(id),
    async film(job) {
      if (job.fate === 'not-a-video') return Buffer.from('{"error":"out of credit"}');
      const frames = job.fate === 'wrong-length' ? Math.ceil(job.frames / 3) : job.frames;
      const { width, height, framesPerSecond, sound } = job;
      const film = await films.make({ width, height, framesPerSecond, frames, sound }, job.id);
      return job.fate === 'cut-file' ? film.subarray(0, Math.floor(film.length * 0.6)) : film;
    },
  };
}

function use<What>(armed: Armed<What>[], prompt: string): What | null {
  const one = armed.find(({ left, about }) => left > 0 && (about === null || prompt.includes(about)));
  if (one === undefined) return null;
  one.left -= 1;
  return one.what;
}
