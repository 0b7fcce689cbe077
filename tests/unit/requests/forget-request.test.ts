import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filesOf, forgetEvent, forgetRequest, type PromptRequest } from '../../../src/requests/index.ts';
import { aClip, aFile, anApproval, anAsked, anOrder, aVerdict, NOW } from '../../samples/requests.ts';

const delivered = (words: string): PromptRequest => ({
  ...anAsked({
    requester: { platform: 'discord', id: words, name: words },
    post: { platform: 'discord', channel: words, id: words },
    prompt: words,
    options: { style: words, seed: 7 },
    picture: aFile('picture', 'image/png'),
  }),
  version: 9,
  changedAt: NOW,
  state: 'delivered',
  verdict: {
    ...aVerdict('review'),
    findings: [{ policy: 'hate', outcome: 'review', evidence: words, source: 'rules@1' }],
  },
  approval: anApproval({ prompt: words, note: words }),
  clip: { ...aClip(), caption: words, altText: words },
  reply: { platform: 'discord', channel: words, id: words },
  deliveredAt: NOW,
  reports: [{ by: `discord:${words}`, at: NOW, words }],
});

it('leaves nothing that its requester or anybody else wrote, and no hash of a file', () => {
  const canary = fc.string({ minLength: 4 }).map((text) => `canary ${text}`);
  fc.assert(
    fc.property(canary, (words) => {
      const left = forgetRequest(delivered(words));
      expect(JSON.stringify(left)).not.toContain('canary');
      expect(filesOf([left])).toEqual(new Set(['']));
    }),
  );
});

it('leaves how it went, who decided, and by what', () => {
  expect(forgetRequest(delivered('words'))).toMatchObject({
    id: 'r1',
    callId: 'standing',
    state: 'delivered',
    version: 9,
    askedAt: NOW,
    deliveredAt: NOW,
    requester: { platform: 'forgotten', id: 'r1', name: '' },
    verdict: { outcome: 'review', findings: [{ policy: 'hate', source: 'rules@1', evidence: '' }] },
    approval: { curator: 'Noor', at: NOW, prompt: '' },
    clip: { seconds: 6, engine: 'storyboard', caption: '' },
  });
});

it('takes the words out of each event, and leaves what kind it was', () => {
  const orders = { kind: 'generation-started', engine: 'storyboard', shots: [anOrder({ prompt: 'words' })] } as const;
  expect(forgetEvent({ event: { ...orders, shots: [...orders.shots] } })).toMatchObject({
    kind: 'generation-started',
    engine: 'storyboard',
    shots: [{ prompt: '', seconds: 6, resolution: 720, seed: 0 }],
  });
  expect(forgetEvent({ event: { kind: 'reported', by: 'discord:12', words: 'words' } })).toEqual({
    kind: 'reported',
    by: '',
    words: '',
  });
  expect(forgetEvent({ event: { kind: 'taken-down', by: 'Noor', reason: 'rights' } })).toEqual({
    kind: 'taken-down',
    by: 'Noor',
    reason: 'rights',
  });
  const started = { kind: 'shot-started', shot: 0, operation: { id: 'j1', prompt: 'words' }, checkAfterMs: 5 } as const;
  expect(forgetEvent({ event: started })).toEqual({ kind: 'shot-started', shot: 0, operation: {}, checkAfterMs: 5 });
});
