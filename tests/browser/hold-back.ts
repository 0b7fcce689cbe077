import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import type { Parts } from '../../src/app/parts.ts';
import { type Change, type Clip, decide, receive, type Verdict } from '../../src/requests/index.ts';
import { aClip, anAsked, EVENTS } from '../samples/requests.ts';

const before = ['prompt-screened', 'approved', 'generation-started', 'shot-intended', 'shot-started'] as const;
const refused: Verdict = {
  outcome: 'refuse',
  findings: [{ policy: 'sexual', outcome: 'refuse', evidence: 'naked 0.97 at 1.0 s', source: 'nudity@1' }],
  screenedBy: ['nudity@1'],
};

/** A request whose clip was held back, written into the records as it came about, with nothing left to do. */
export async function holdBack({ store, files }: Parts, prompt: string): Promise<string> {
  const grey = await sharp({ create: { width: 64, height: 36, channels: 3, background: '#778' } })
    .webp()
    .toBuffer();
  const still = await files.putStream(Readable.from([grey]), 'image/webp', 1_000_000);
  const clip: Clip = { ...aClip(), poster: still, contactSheet: still };
  const id = randomUUID();
  const changes: Change[] = [receive(anAsked({ id, prompt, post: { platform: 'room', channel: 'room', id } }), now())];
  const finished = [{ kind: 'clip-finished', clip } as const, { kind: 'clip-screened', verdict: refused } as const];
  const events = [
    ...before.map((kind) => EVENTS[kind]),
    EVENTS['shot-rendered'],
    EVENTS['shot-downloaded'],
    ...finished,
  ];
  for (const event of events) {
    const decision = decide(changes[changes.length - 1]?.request ?? never(), event, now());
    if (!decision.applies) throw new Error(`${event.kind} does not apply: ${decision.why}`);
    changes.push(decision);
  }
  await store.requests.create([changes.map((change) => ({ ...change, work: [] }))]);
  return id;
}

const now = () => new Date().toISOString();

function never(): never {
  throw new Error('There is no change');
}
