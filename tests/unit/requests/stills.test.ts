import { describe, expect, it } from 'vitest';
import { planClip } from '../../../src/generation/plan-clip.ts';
import { eventOfDecision } from '../../../src/moderation/curation/event-of-decision.ts';
import type { DeskDecision } from '../../../src/moderation/curation/review-desk.ts';
import { decide, type PromptRequest, type RequestEvent, toMake } from '../../../src/requests/index.ts';
import { engineLimits } from '../../samples/engine-limits.ts';
import { aFile, anAsked, aVerdict, aVerdictForTwo, EVENTS, after as having, NOW } from '../../samples/requests.ts';

const still = aFile('still', 'image/jpeg');
const asked = (prompt: string): RequestEvent => ({ kind: 'still-asked', curator: 'Noor', prompt, seed: 7 });
const made = (verdict = aVerdict(), prompt = anAsked().prompt) =>
  having('prompt-screened', asked(prompt), 'still-intended', { kind: 'still-made', file: still, verdict });
const approve = (request: PromptRequest, act: Partial<DeskDecision> = {}, curator = 'Noor') =>
  eventOfDecision(request, curator, { action: 'approve', ...act } as DeskDecision, NOW);
const stillOf = (event: RequestEvent) => (event.kind === 'approved' ? event.approval.still : undefined);

describe('a clip begins with the still', () => {
  it('that was made of the words which are approved, and with no other', () => {
    expect(stillOf(approve(made()))).toEqual(still);
    expect(stillOf(approve(made(), { prompt: 'a paper boat at sea' }))).toBeUndefined();
    const ofOthers = made(aVerdict(), 'a paper boat at sea');
    expect(stillOf(approve(ofOthers))).toBeUndefined();
    expect(stillOf(approve(ofOthers, { prompt: 'a paper boat at sea' }))).toEqual(still);
  });

  it('that screening wants looked at only where a curator names the one they saw', () => {
    const flagged = made(aVerdict('review'));
    expect(stillOf(approve(flagged))).toBeUndefined();
    expect(stillOf(approve(flagged, { still: 's0' }))).toBeUndefined();
    expect(stillOf(approve(flagged, { still: 's1' }))).toEqual(still);
  });

  it('where its engine takes pictures and nothing else was sent to begin with', () => {
    const limits = engineLimits({ seconds: { min: 2, max: 3, step: 1 } });
    const pictures = (request: PromptRequest, picture = true) => {
      const plan = planClip(request, toMake(request), [{ id: 'e', limits: { ...limits, picture } }]);
      return plan.outcome === 'fits' ? plan.shots.map((shot) => shot.picture) : plan.reasons;
    };
    expect(pictures(made())).toEqual([still, null]);
    expect(pictures(made(), false)).toEqual([null, null]);
    const sent = { ...made(), picture: aFile('sent', 'image/jpeg') };
    expect(pictures(sent)).toEqual([sent.picture, null]);
  });

  it('is made for what begins with a picture already by nobody', () => {
    const sent = { ...having('prompt-screened'), picture: aFile('sent', 'image/jpeg') };
    expect(decide(sent, EVENTS['still-asked'], NOW)).toMatchObject({ applies: false, why: 'not-now' });
    const goesOn = { ...having('prompt-screened'), goesOn: true as const };
    expect(decide(goesOn, EVENTS['still-asked'], NOW)).toMatchObject({ applies: false, why: 'not-now' });
  });

  it('and where two must approve, both approve the same still', () => {
    const forTwo = having({ kind: 'prompt-screened', verdict: aVerdictForTwo() });
    const once = decide(forTwo, approve(forTwo), NOW);
    if (!once.applies) throw new Error(once.why);
    const [seen] = [asked(anAsked().prompt), EVENTS['still-intended'], EVENTS['still-made']].reduce(
      ([request], event) => {
        const decision = decide(request, event, NOW);
        return [decision.applies ? decision.request : request];
      },
      [once.request],
    );
    const second = decide(seen, approve(seen, {}, 'Sam'), NOW);
    expect(second).toMatchObject({ applies: true, request: { state: 'in-review' } });
    const third = second.applies ? decide(second.request, approve(second.request), NOW) : second;
    expect(third).toMatchObject({ applies: true, request: { state: 'approved', approval: { still } } });
  });

  it('of another seed each time that it is asked for again', () => {
    const seeds = [having('prompt-screened'), made()].map((request) => {
      const event = eventOfDecision(request, 'Noor', { action: 'still' }, NOW);
      return event.kind === 'still-asked' ? event.seed : null;
    });
    expect(seeds[1]).toBe(8);
    expect(seeds[0]).toEqual(expect.any(Number));
  });

  it('is asked for by itself of what has nothing against it, where that is wanted', () => {
    const screened = having({ kind: 'prompt-screened', verdict: aVerdict(), stillSeed: 7 });
    expect(screened).toMatchObject({ still: { state: 'asked', prompt: screened.prompt, seed: 7 } });
  });
});
