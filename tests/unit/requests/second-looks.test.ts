import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/requests/index.ts';
import { anApproval, EVENTS, NOW, SITUATIONS } from '../../samples/requests.ts';

describe('where two must approve', () => {
  const forTwo = SITUATIONS['in-review, approved once'];
  const approve = (curator: string, prompt?: string) =>
    decide(forTwo(), { kind: 'approved', approval: anApproval({ curator, ...(prompt && { prompt }) }) }, NOW);

  it('names both in what is made', () => {
    expect(approve('Noor')).toMatchObject({ request: { approval: { curator: 'Noor', first: 'Sam' } } });
  });

  it('other words are approved by nobody else yet', () => {
    expect(approve('Noor', 'a calmer boat')).toMatchObject({
      request: { state: 'in-review', firstApproval: { curator: 'Noor', prompt: 'a calmer boat' } },
      work: [],
    });
  });

  it('an edit by the requester makes the first approval void', () => {
    const edited = decide(forTwo(), EVENTS['prompt-edited'], NOW);
    expect(edited.applies && 'firstApproval' in edited.request).toBe(false);
  });

  it('further weighing leaves it as it is', () => {
    expect(decide(forTwo(), EVENTS.escalated, NOW)).toMatchObject({ request: { firstApproval: { curator: 'Sam' } } });
  });
});

describe('what came to nothing and rests', () => {
  it('waits for nobody, and keeps what was decided on its appeal before', () => {
    expect(SITUATIONS['declined, rests']()).not.toHaveProperty('appeal');
    const rests = decide(SITUATIONS['declined, appeal dismissed'](), EVENTS['let-rest'], NOW);
    expect(rests).toMatchObject({ request: { rests: NOW, appeal: { decided: { upheld: false } } } });
  });
});

describe('an appeal', () => {
  it('keeps what was said and who decided, and what came of it', () => {
    const dismissed = SITUATIONS['declined, appeal dismissed']();
    expect(dismissed.appeal).toEqual({
      ...{ at: NOW, words: 'it is for a play', of: 'declined', against: ['Noor'] },
      decided: { curator: 'Sam', at: NOW, upheld: false, note: null },
    });
  });

  it('brings a clip that was blocked back, to be delivered as it is', () => {
    const upheld = decide(SITUATIONS['blocked by Noor, appealed'](), { kind: 'appeal-upheld', curator: 'Sam' }, NOW);
    if (!upheld.applies) throw new Error(upheld.why);
    const approved = decide(upheld.request, { kind: 'approved', approval: anApproval({ curator: 'Sam' }) }, NOW);
    expect(approved).toMatchObject({
      request: { state: 'ready', appeal: { against: ['Noor'] } },
      work: [{ step: 'deliver' }],
    });
  });

  it('of other words than it was about, everybody may decide again', () => {
    const edited = decide(SITUATIONS['in-review, appealed against Noor'](), EVENTS['prompt-edited'], NOW);
    if (!edited.applies) throw new Error(edited.why);
    const screened = decide(edited.request, EVENTS['prompt-screened'], NOW);
    if (!screened.applies) throw new Error(screened.why);
    expect(decide(screened.request, EVENTS.declined, NOW).applies).toBe(true);
  });
});
