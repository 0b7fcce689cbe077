import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PromptLine } from '../../bots/file/prompt-lines.ts';
import { DEFAULT_READING_LIMITS, readRequest } from '../../bots/reading/index.ts';
import type { HistoryEntry, PromptRequest, RequestStore } from '../../requests/index.ts';
import { sayHowToAsk, sayProblems, sayWhy } from '../../wording/index.ts';

/** What became of one line: one object of `requests.ndjson`. Times are ISO 8601, lengths in seconds, sizes in bytes. */
export interface LineOutcome {
  line: number;
  prompt: string;
  state: PromptRequest['state'] | 'unreadable' | 'unheard';
  verdict: { outcome: string; findings: { policy: string; outcome: string; evidence: string }[] } | null;
  /** Why it is no clip, in sentences; empty where it is one. */
  reasons: string[];
  file: string | null;
  poster: string | null;
  width: number | null;
  height: number | null;
  seconds: number | null;
  framesPerSecond: number | null;
  size: number | null;
  sha256: string | null;
  timings: {
    heard: string;
    approved: string | null;
    started: string | null;
    finished: string | null;
    delivered: string | null;
    /** From the start at the engine to the reply, in milliseconds. */
    tookMs: number | null;
  } | null;
}

const NOTHING = {
  verdict: null,
  reasons: [],
  file: null,
  poster: null,
  width: null,
  height: null,
  seconds: null,
  framesPerSecond: null,
  size: null,
  sha256: null,
  timings: null,
} satisfies Partial<LineOutcome>;

export async function outcomeOfLine(
  line: PromptLine,
  request: PromptRequest | null,
  { requests, out }: { requests: RequestStore; out: string },
): Promise<LineOutcome> {
  if (!request) return unheard(line);
  const verdict = 'verdict' in request ? request.verdict : null;
  const told: LineOutcome = {
    line: line.number,
    prompt: request.prompt,
    state: request.state,
    ...NOTHING,
    verdict: verdict && {
      outcome: verdict.outcome,
      findings: verdict.findings.map(({ policy, outcome, evidence }) => ({ policy, outcome, evidence })),
    },
    reasons: reasonsOf(request),
    timings: timingsOf(request, await requests.history(request.id)),
  };
  if (request.state !== 'delivered') return told;
  const { clip, reply } = request;
  const file = clip.renditions.file ?? clip.master;
  const poster = reply.id.replace(/\.mp4$/, '.webp');
  const { width, height, seconds, framesPerSecond } = clip;
  const size = await sizeOf(join(out, reply.id));
  if (size === null) return { ...told, reasons: ['It was made, but its file is not in the folder any more.'] };
  return { ...told, file: reply.id, poster, width, height, seconds, framesPerSecond, size, sha256: file.sha256 };
}

/** Null where somebody has taken the file away since. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function unheard(line: PromptLine): LineOutcome {
  const reading = readRequest(line.asked, { limits: DEFAULT_READING_LIMITS });
  const told = { line: line.number, prompt: line.text };
  switch (reading.outcome) {
    case 'problems':
      return { ...told, state: 'unreadable', ...NOTHING, reasons: [sayProblems('en', reading.problems)] };
    case 'empty':
      return { ...told, state: 'unreadable', ...NOTHING, reasons: [sayHowToAsk('en')] };
    default:
      return { ...told, state: 'unheard', ...NOTHING, reasons: ['It was not heard before the end.'] };
  }
}

function reasonsOf(request: PromptRequest): string[] {
  switch (request.state) {
    case 'refused':
      return [sayWhy('en', request.verdict)];
    case 'in-review':
      return [`It waits for a curator: ${sayWhy('en', request.verdict)}`];
    case 'blocked':
      return [sayWhy('en', request.clipVerdict)];
    case 'failed':
      return [request.error];
    default:
      return [];
  }
}

function timingsOf(request: PromptRequest, history: readonly HistoryEntry[]): LineOutcome['timings'] {
  const at = (kind: HistoryEntry['event']['kind']) => history.find(({ event }) => event.kind === kind)?.at ?? null;
  const started = at('generation-started');
  const delivered = at('reply-posted');
  return {
    heard: history[0]?.at ?? request.askedAt,
    approved: at('approved'),
    started,
    finished: at('clip-finished'),
    delivered,
    tookMs: started && delivered ? Date.parse(delivered) - Date.parse(started) : null,
  };
}
