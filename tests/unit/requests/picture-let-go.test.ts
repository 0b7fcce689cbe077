import { describe, expect, it } from 'vitest';
import { decide, type EventKind, receive } from '../../../src/requests/index.ts';
import { aFile, anAsked, EVENTS, NOW } from '../../samples/requests.ts';

describe('a picture', () => {
  const asked = (...events: EventKind[]) =>
    events.reduce(
      (request, kind) => {
        const decision = decide(request, EVENTS[kind], NOW);
        if (!decision.applies) throw new Error(decision.why);
        return decision.request;
      },
      receive(anAsked({ picture: aFile('picture') }), NOW).request,
    );

  it('goes when the request is withdrawn', () => {
    expect(asked('withdrawn').picture).toBeNull();
    expect(asked('prompt-screened', 'approved', 'generation-started', 'withdrawn').picture).toBeNull();
  });

  it('is let go of once it was declined, but not while an appeal waits', () => {
    const declined = asked('prompt-screened', 'declined', 'strike-lifted');
    const decision = decide(declined, EVENTS['picture-let-go'], NOW);
    if (!decision.applies) throw new Error(decision.why);
    const { version, ...left } = decision.request;
    expect({ ...left, version: version - 1 }).toEqual({ ...declined, picture: null });
    const appealed = asked('prompt-screened', 'declined', 'appealed');
    expect(decide(appealed, EVENTS['picture-let-go'], NOW)).toMatchObject({ applies: false, why: 'not-now' });
  });

  it('that is kept out is noted once, and let in by a curator for good, whatever becomes of the request', () => {
    const declined = asked('prompt-screened', 'declined', 'picture-kept-out');
    expect(declined.keptOut).toEqual({ at: NOW, letIn: null });
    expect(decide(declined, EVENTS['picture-kept-out'], NOW)).toMatchObject({ why: 'already-so' });
    const back = asked(
      'prompt-screened',
      'declined',
      'picture-kept-out',
      'picture-let-in',
      'appeal-upheld',
      'declined',
    );
    expect(back.keptOut).toEqual({ at: NOW, letIn: { curator: 'Noor', at: NOW } });
    expect(decide(back, EVENTS['picture-let-in'], NOW)).toMatchObject({ why: 'already-so' });
    expect(decide(back, EVENTS['picture-kept-out'], NOW)).toMatchObject({ why: 'already-so' });
  });
});
