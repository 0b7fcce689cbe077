import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { placeSeededCase } from '../../src/moderation/account/place-seeded-case.ts';
import { SEEDED_CASES } from '../../src/moderation/account/seeded-cases.ts';
import type { PromptRequest } from '../../src/requests/index.ts';
import { apply, at, clock, create, type StoreOf, someAsked } from './store-samples.ts';

/** Cases with a known answer among what waits. */
export function seededCaseContract(open: StoreOf): void {
  const place = (perHundred: number) =>
    placeSeededCase({ ...open(), callId: 'standing', perHundred, clock, newId: randomUUID, random: () => 0.5 });

  it('are placed when it is time, one at a time, and look as if somebody had asked', async () => {
    await create(open(), someAsked({ askedAt: '2020-01-01T00:00:00.000Z' }), 'prompt-screened');
    const id = (await place(100)) as string;
    const request = (await open().requests.find(id)) as PromptRequest;
    expect(request).toMatchObject({
      state: 'in-review',
      requester: { platform: 'room' },
      post: { platform: 'seeded' },
    });
    expect(SEEDED_CASES.map(({ prompt }) => prompt)).toContain(request.prompt);
    expect(await place(100)).toBeNull();
    const alike = someAsked({ prompt: request.prompt });
    expect(await open().requests.similar(await create(open(), alike, 'prompt-screened'), 5)).toEqual([]);

    const { caseId, right } = (await open().seededCases.find(id)) ?? {};
    expect(SEEDED_CASES.find((each) => each.id === caseId)).toMatchObject({ prompt: request.prompt, right });
    const answer = {
      requestId: id,
      caseId: caseId as string,
      given: 'approve',
      correct: false,
      answeredAt: at(9),
    } as const;
    expect(await open().seededCases.answer({ ...answer, curator: 'Noor' })).toBe(true);
    expect(await open().seededCases.answer({ ...answer, curator: 'Sam' })).toBe(false);
    await apply(open(), request, { kind: 'withdrawn', by: 'platform' });
    expect(await open().seededCases.untold('Sam')).toEqual([]);
    expect(await open().seededCases.untold('Noor')).toEqual([answer]);
    await open().seededCases.told('Noor', [id]);
    expect(await open().seededCases.untold('Noor')).toEqual([]);
    const { curators } = await open().figures.figures(at(0), at(60), 'hour');
    expect(curators.find(({ curator }) => curator === 'Noor')?.seeded).toEqual({ answered: 1, correct: 0 });

    // One in five: the next comes after four decisions about what somebody asked.
    const after = (decidedSince: number) => async () => ({
      open: 0,
      decidedSince,
      placed: new Map([[SEEDED_CASES[9]?.id ?? '', 1]]),
    });
    const placeAfter = (decided: number) =>
      placeSeededCase({
        ...{ ...open(), callId: 'standing', perHundred: 20, clock, newId: randomUUID, random: () => 0.5 },
        seededCases: { ...open().seededCases, standing: after(decided) },
      });
    expect(await placeAfter(3)).toBeNull();
    const next = (await open().requests.find((await placeAfter(4)) as string)) as PromptRequest;
    await apply(open(), next, { kind: 'withdrawn', by: 'platform' });
    expect((await open().seededCases.standing()).open).toBe(0);
  });
}
