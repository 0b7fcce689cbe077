import {
  type Approval,
  type Asked,
  type Clip,
  decide,
  type EventKind,
  type EventOf,
  type PromptRequest,
  type RequestEvent,
  receive,
  type ShotOrder,
  type StoredFile,
  type Verdict,
} from '../../src/requests/index.ts';

export const NOW = '2026-11-23T08:00:00.000Z';

export const aFile = (name: string, type = 'video/mp4'): StoredFile => ({
  sha256: Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64),
  bytes: 1000,
  type,
});

export const anAsked = (changes: Partial<Asked> = {}): Asked => ({
  id: 'r1',
  callId: 'standing',
  requester: { platform: 'room', id: 'm1', name: 'Salma' },
  post: { platform: 'room', channel: 'room', id: 'p1' },
  prompt: 'a paper boat sails down a rainy street',
  options: { aspect: { width: 9, height: 16 }, seconds: 6 },
  picture: null,
  parentId: null,
  trusted: false,
  locale: 'en',
  askedAt: NOW,
  ...changes,
});

export const aVerdict = (outcome: Verdict['outcome'] = 'allow'): Verdict => ({
  outcome,
  findings: outcome === 'allow' ? [] : [{ policy: 'violence', outcome, evidence: 'seen', source: 'rules@1' }],
  screenedBy: ['rules@1'],
});

/** Of a policy that wants two curators. */
export const aVerdictForTwo = (): Verdict => ({ ...aVerdict('review'), approvals: 2 });

export const anApproval = (changes: Partial<Approval> = {}): Approval => ({
  curator: 'Noor',
  at: NOW,
  prompt: 'a paper boat sails down a rainy street',
  options: { aspect: { width: 9, height: 16 }, seconds: 6 },
  note: null,
  ...changes,
});

export const anOrder = (changes: Partial<ShotOrder> = {}): ShotOrder => ({
  prompt: 'a paper boat sails down a rainy street',
  aspect: { width: 9, height: 16 },
  seconds: 6,
  resolution: 720,
  framesPerSecond: 24,
  style: null,
  seed: 7,
  sound: 'ambience',
  picture: null,
  ...changes,
});

export const aClip = (): Clip => ({
  master: aFile('master'),
  renditions: { room: aFile('master') },
  poster: aFile('poster', 'image/jpeg'),
  contactSheet: aFile('sheet', 'image/jpeg'),
  width: 720,
  height: 1280,
  seconds: 6,
  framesPerSecond: 24,
  engine: 'storyboard',
  look: { brightest: 140, contrast: 50, change: 20 },
  caption: 'a paper boat sails down a rainy street',
  altText: 'Storyboard clip: a paper boat sails down a rainy street',
});

/** One event of each kind that applies to the first shot, where it is about a shot. */
export const EVENTS: { [K in EventKind]: EventOf<K> } = {
  'prompt-screened': { kind: 'prompt-screened', verdict: aVerdict() },
  'prompt-edited': {
    kind: 'prompt-edited',
    changes: { prompt: 'a paper boat at sea', options: {}, picture: null, locale: 'en' },
  },
  'preview-asked': { kind: 'preview-asked', curator: 'Noor' },
  'preview-drawn': { kind: 'preview-drawn', file: aFile('preview') },
  'still-asked': { kind: 'still-asked', curator: 'Noor', prompt: 'a paper boat sails down a rainy street', seed: 7 },
  'still-intended': { kind: 'still-intended', key: 's1', maker: 'openai-images' },
  'still-not-sent': { kind: 'still-not-sent' },
  'still-made': { kind: 'still-made', file: aFile('still', 'image/jpeg'), verdict: aVerdict() },
  'still-failed': { kind: 'still-failed', failure: { kind: 'maker', message: 'no', billed: false } },
  'still-uncertain': { kind: 'still-uncertain', why: 'the answer was lost' },
  'still-left-out': { kind: 'still-left-out', curator: 'Noor' },
  approved: { kind: 'approved', approval: anApproval() },
  declined: { kind: 'declined', decline: { curator: 'Noor', at: NOW, reason: 'off-topic', note: null } },
  'passed-over': { kind: 'passed-over' },
  escalated: { kind: 'escalated', curator: 'Noor', note: null },
  held: { kind: 'held', curator: 'Noor', note: 'after the holiday', until: null },
  'question-asked': {
    kind: 'question-asked',
    curator: 'Noor',
    words: 'Which boat?',
    until: '2026-11-26T08:00:00.000Z',
  },
  'question-answered': { kind: 'question-answered', words: 'the red one' },
  resumed: { kind: 'resumed', curator: 'Noor' },
  merged: { kind: 'merged', into: 'r0', curator: 'Noor' },
  unmerged: { kind: 'unmerged', into: 'r0', curator: 'Noor' },
  'fate-shared': {
    kind: 'fate-shared',
    of: 'r0',
    fate: { state: 'ready', approval: anApproval({ note: 'lovely' }), clip: aClip() },
  },
  'generation-started': { kind: 'generation-started', engine: 'storyboard', shots: [anOrder()] },
  'shot-intended': { kind: 'shot-intended', shot: 0, key: 'k1' },
  'engine-replaced': { kind: 'engine-replaced', engine: 'other', shots: [anOrder()], why: 'busy' },
  'shot-not-sent': { kind: 'shot-not-sent', shot: 0 },
  'shot-started': { kind: 'shot-started', shot: 0, operation: { job: 'j1' }, checkAfterMs: 500 },
  'shot-progressed': { kind: 'shot-progressed', shot: 0, progress: 0.5 },
  'shot-rendered': { kind: 'shot-rendered', shot: 0 },
  'shot-downloaded': { kind: 'shot-downloaded', shot: 0, file: aFile('shot') },
  'shot-failed': { kind: 'shot-failed', shot: 0, failure: { kind: 'engine', message: 'no' } },
  'shot-uncertain': { kind: 'shot-uncertain', shot: 0, why: 'the answer was lost' },
  'shot-restarted': { kind: 'shot-restarted', shot: 0, curator: 'Noor' },
  'clip-finished': { kind: 'clip-finished', clip: aClip() },
  'clip-screened': { kind: 'clip-screened', verdict: aVerdict() },
  'clip-released': { kind: 'clip-released', curator: 'Noor' },
  'clip-blocked': { kind: 'clip-blocked', curator: 'Noor' },
  'reply-posted': { kind: 'reply-posted', reply: { platform: 'room', channel: 'room', id: 'p2' } },
  'clip-versions-made': { kind: 'clip-versions-made', web: null, preview: aFile('f') },
  'gave-up': { kind: 'gave-up', during: 'generating', error: 'tried too often' },
  retried: { kind: 'retried', curator: 'Noor' },
  withdrawn: { kind: 'withdrawn', by: 'requester' },
  'picture-let-go': { kind: 'picture-let-go' },
  'taken-down': { kind: 'taken-down', by: 'Noor', reason: 'asked for' },
  reported: { kind: 'reported', by: 'room:m9', words: 'it is my drawing' },
  'reports-dismissed': { kind: 'reports-dismissed', curator: 'Noor' },
  appealed: { kind: 'appealed', words: 'it is for a play' },
  'appeal-upheld': { kind: 'appeal-upheld', curator: 'Noor' },
  'appeal-dismissed': { kind: 'appeal-dismissed', curator: 'Sam', note: null },
  'strike-lifted': { kind: 'strike-lifted', curator: 'Sam', reason: 'a joke among friends' },
  'strike-restored': { kind: 'strike-restored', curator: 'Noor', reason: 'no joke' },
  'let-rest': { kind: 'let-rest', by: 'requester' },
  'picture-kept-out': { kind: 'picture-kept-out' },
  'picture-let-in': { kind: 'picture-let-in', curator: 'Noor' },
};

/** The request after the events, each of which must apply. */
export function after(...events: (EventKind | RequestEvent)[]): PromptRequest {
  return events.reduce((request: PromptRequest, each) => {
    const event = typeof each === 'string' ? EVENTS[each] : each;
    const decision = decide(request, event, NOW);
    if (!decision.applies) throw new Error(`${event.kind} does not apply to ${request.state}: ${decision.why}`);
    return decision.request;
  }, receive(anAsked(), NOW).request);
}

const makingStill = ['prompt-screened', 'still-asked', 'still-intended'] as const;
const started = ['prompt-screened', 'approved', 'generation-started'] as const;
const running = [...started, 'shot-intended', 'shot-started'] as const;
const finished = [...running, 'shot-rendered', 'shot-downloaded', 'clip-finished'] as const;
const screened = (outcome: Verdict['outcome']): RequestEvent => ({ kind: 'clip-screened', verdict: aVerdict(outcome) });
const forTwo: RequestEvent = { kind: 'prompt-screened', verdict: aVerdictForTwo() };
const heldForTwo: RequestEvent = { kind: 'clip-screened', verdict: aVerdictForTwo() };
const byAnother: RequestEvent = { kind: 'approved', approval: anApproval({ curator: 'Sam' }) };
const upheldByAnother: RequestEvent = { kind: 'appeal-upheld', curator: 'Sam' };
const declinedByAnother: RequestEvent = {
  kind: 'declined',
  decline: { curator: 'Sam', at: NOW, reason: 'off-topic', note: null },
};
const declinedWithAnother: RequestEvent = {
  kind: 'fate-shared',
  of: 'r0',
  fate: { state: 'declined', decline: { curator: 'Sam', at: NOW, reason: 'off-topic', note: null } },
};
const gaveUp = (during: 'screening' | 'generating' | 'finishing' | 'delivering'): RequestEvent => ({
  kind: 'gave-up',
  during,
  error: 'tried too often',
});

/** A request in every state, and in every part of a state that events tell apart. */
export const SITUATIONS = {
  received: () => after(),
  'in-review': () => after('prompt-screened'),
  'in-review, preview asked': () => after('prompt-screened', 'preview-asked'),
  'in-review, previewed': () => after('prompt-screened', 'preview-asked', 'preview-drawn'),
  'in-review, still asked': () => after('prompt-screened', 'still-asked'),
  'in-review, still being made': () => after(...makingStill),
  'in-review, still made': () => after(...makingStill, 'still-made'),
  'in-review, still failed': () => after(...makingStill, 'still-failed'),
  'in-review, still in doubt': () => after(...makingStill, 'still-uncertain'),
  'in-review, escalated': () => after('prompt-screened', 'escalated'),
  'in-review, clip made': () => after(...finished, screened('refuse'), 'appeal-upheld'),
  'in-review, for two': () => after(forTwo),
  'in-review, approved once': () => after(forTwo, byAnother),
  'in-review, approved once by Noor': () => after(forTwo, 'approved'),
  held: () => after('prompt-screened', 'held'),
  'held, asked': () => after('prompt-screened', 'question-asked'),
  'in-review, answered': () => after('prompt-screened', 'question-asked', 'question-answered'),
  merged: () => after('prompt-screened', 'merged'),
  'merged into another': () => after('prompt-screened', { kind: 'merged', into: 'r9', curator: null }),
  'declined with another': () => after('prompt-screened', 'merged', declinedWithAnother),
  refused: () => after({ kind: 'prompt-screened', verdict: aVerdict('refuse') }),
  declined: () => after('prompt-screened', 'declined'),
  'passed over': () => after('prompt-screened', 'passed-over'),
  'refused, strike lifted': () => after({ kind: 'prompt-screened', verdict: aVerdict('refuse') }, 'strike-lifted'),
  'refused, appealed': () => after({ kind: 'prompt-screened', verdict: aVerdict('refuse') }, 'appealed'),
  'declined, appealed': () => after('prompt-screened', 'declined', 'appealed'),
  'declined, rests': () => after('prompt-screened', 'declined', 'appealed', 'let-rest'),
  'declined, appeal dismissed': () => after('prompt-screened', 'declined', 'appealed', 'appeal-dismissed'),
  'in-review, appealed against Noor': () => after('prompt-screened', 'declined', 'appealed', upheldByAnother),
  'declined again': () => after('prompt-screened', 'declined', 'appealed', upheldByAnother, declinedByAnother),
  approved: () => after('prompt-screened', 'approved'),
  'generating, planned': () => after(...started),
  'generating, starting': () => after(...started, 'shot-intended'),
  'generating, uncertain': () => after(...started, 'shot-intended', 'shot-uncertain'),
  'generating, running': () => after(...running),
  'generating, rendered': () => after(...running, 'shot-rendered'),
  'finishing, encoding': () => after(...running, 'shot-rendered', 'shot-downloaded'),
  'finishing, screening': () => after(...finished),
  'finishing, on hold': () => after(...finished, screened('review')),
  'finishing, on hold for two': () => after(...finished, heldForTwo),
  'finishing, released once': () => after(...finished, heldForTwo, { kind: 'clip-released', curator: 'Sam' }),
  'finishing, released once by Noor': () => after(...finished, heldForTwo, 'clip-released'),
  ready: () => after(...finished, 'clip-screened'),
  delivered: () => after(...finished, 'clip-screened', 'reply-posted'),
  'delivered, reported': () => after(...finished, 'clip-screened', 'reply-posted', 'reported'),
  blocked: () => after(...finished, screened('refuse')),
  'blocked by Noor, appealed': () => after(...finished, screened('review'), 'clip-blocked', 'appealed'),
  removed: () => after(...finished, 'clip-screened', 'reply-posted', 'taken-down'),
  'failed, screening': () => after(gaveUp('screening')),
  'failed, before a shot': () => after('prompt-screened', 'approved', gaveUp('generating')),
  'failed, a shot': () => after(...running, 'shot-failed'),
  'failed, still running': () => after(...running, gaveUp('generating')),
  'failed, finishing': () => after(...running, 'shot-rendered', 'shot-downloaded', gaveUp('finishing')),
  'failed, clip unscreened': () => after(...finished, gaveUp('finishing')),
  'failed, delivering': () => after(...finished, 'clip-screened', gaveUp('delivering')),
  withdrawn: () => after('withdrawn'),
} satisfies Record<string, () => PromptRequest>;
