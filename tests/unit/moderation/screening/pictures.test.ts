import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJoinedScreening } from '../../../../src/moderation/screening/all-of.ts';
import { createKeepOut } from '../../../../src/moderation/screening/keep-out.ts';
import { createNudityScreening } from '../../../../src/moderation/screening/nudity/nudity-screening.ts';
import { readHashList } from '../../../../src/moderation/screening/read-hash-list.ts';
import type { RefusedPicture } from '../../../../src/moderation/screening/refused-picture-store.ts';
import { createRefusedPicturesScreening } from '../../../../src/moderation/screening/refused-pictures/refused-pictures-screening.ts';
import type { Looks } from '../../../../src/moderation/screening/screening.ts';
import { createFixedScreening } from '../../../contracts/screening-fakes.ts';
import { clipOf, fileOf, subjectOf } from '../../../contracts/screening-subjects.ts';

const mark = '01'.repeat(32);
const looksLike = (scores: { porn?: number; sexy?: number }): Looks => {
  const nudity = { drawing: 0, hentai: 0, neutral: 1, porn: 0, sexy: 0, ...scores };
  return {
    picture: async () => ({ nudity, mark }),
    frames: async () => [
      { nudity: { ...nudity, porn: 0, sexy: 0 }, mark: '0'.repeat(64), seconds: 0 },
      { nudity, mark, seconds: 2.5 },
    ],
  };
};
const withPicture = subjectOf('a boat', { picture: fileOf('image/jpeg') });
const film = clipOf({ engine: 'film' });

describe('nudity', () => {
  const screening = (scores: { porn?: number; sexy?: number }) =>
    createNudityScreening({ looks: looksLike(scores), ownDrawings: ['storyboard'] });

  it.each([
    [{ porn: 0.95 }, 'refuse'],
    [{ porn: 0.5 }, 'review'],
    [{ sexy: 0.9 }, 'review'],
    [{ sexy: 0.6 }, 'allow'],
  ] as const)('%j: %s, of pictures and of any one frame', async (scores, outcome) => {
    expect((await screening(scores).screenPrompt(withPicture)).outcome).toBe(outcome);
    const clip = await screening(scores).screenClip(film);
    expect(clip.outcome).toBe(outcome);
    if (outcome !== 'allow') expect(clip.findings[0]?.evidence).toContain('at 2.5 s');
  });

  it('alone refuses nothing, since a model may err; together with another it does', async () => {
    const alone = createJoinedScreening([screening({ porn: 0.95 })], { timeoutMs: 1000 });
    expect((await alone.screenPrompt(withPicture)).outcome).toBe('review');
    const finding = { policy: 'sexual', outcome: 'review', evidence: 'seen too', source: 'other@1' } as const;
    const other = createFixedScreening({ outcome: 'review', findings: [finding], screenedBy: ['other@1'] });
    const joined = createJoinedScreening([screening({ porn: 0.95 }), other], { timeoutMs: 1000 });
    expect((await joined.screenClip(film)).outcome).toBe('refuse');
  });

  it('says of a clip that nobody read what stands in it, and does not look at our own drawings', async () => {
    expect((await screening({}).screenClip(film)).findings).toMatchObject([
      { policy: 'unchecked', outcome: 'allow', evidence: expect.stringContaining('2 frames') },
    ]);
    expect((await screening({ porn: 1 }).screenClip(clipOf())).findings).toEqual([]);
  });

  it('that cannot look says so, and a curator does', async () => {
    const away = async () => Promise.reject(new Error('The task was killed'));
    const blind = createNudityScreening({ looks: { picture: away, frames: away }, ownDrawings: [] });
    const unseen = { outcome: 'review', findings: [{ policy: 'unchecked' }], screenedBy: [] };
    expect(await blind.screenPrompt(withPicture)).toMatchObject(unseen);
    expect(await blind.screenClip(film)).toMatchObject(unseen);
  });
});

describe('a picture that a curator never wants again', () => {
  function list() {
    const kept: RefusedPicture[] = [];
    const bitsApart = (one: string, other: string) => [...one].filter((bit, at) => bit !== other[at]).length;
    return {
      add: async (more: readonly RefusedPicture[]) => kept.push(...more),
      count: async () => kept.length,
      find: async (picture: { sha256: readonly string[]; mark: string | null }, within: number) =>
        kept.find(
          ({ hash }) =>
            picture.sha256.some((each) => hash === `sha256:${each}`) ||
            (picture.mark !== null && hash.startsWith('phash:') && bitsApart(hash.slice(6), picture.mark) <= within),
        ) ?? null,
    };
  }

  it('is refused the next time, sent again or only alike, and in a clip', async () => {
    const refused = list();
    const looks = looksLike({});
    const screening = createRefusedPicturesScreening({ looks, refused });
    expect((await screening.screenPrompt(withPicture)).outcome).toBe('allow');
    const keepOut = createKeepOut({ looks, refused, clock: () => new Date() });
    await keepOut({ ...fileOf('image/jpeg'), sentSha256: 'c'.repeat(64) }, 'Noor');
    const found = { outcome: 'refuse', findings: [{ policy: 'refused-picture', source: 'refused-pictures@1' }] };
    expect(await screening.screenPrompt(withPicture)).toMatchObject(found);
    const alike = subjectOf('a boat', { picture: { ...fileOf('image/png'), sha256: 'd'.repeat(64) } });
    expect(await screening.screenPrompt(alike)).toMatchObject(found);
    expect(await screening.screenClip(film)).toMatchObject({
      findings: [{ evidence: expect.stringContaining('2.5 s') }],
    });
    expect((await screening.screenPrompt(subjectOf('a boat'))).outcome).toBe('allow');
  });

  it('that nobody can look at is known by its bytes', async () => {
    const refused = list();
    const picture = async () => Promise.reject(new Error('no'));
    await createKeepOut({ looks: { picture }, refused, clock: () => new Date() })(fileOf('image/jpeg'), 'Noor');
    expect((await refused.find({ sha256: ['a'.repeat(64)], mark }, 0))?.by).toBe('Noor');
  });
});

describe('a list of hashes', () => {
  it('is read in its usual forms, and what is none is named by its line', () => {
    const text = `# ours\n${'AB'.repeat(32)}, seen in May\nsha256:${'cd'.repeat(32)}\n\nphash:00000000000000ff\nffffffffffffffff\nmd5:1`;
    expect(readHashList(text)).toEqual({
      hashes: [
        `sha256:${'ab'.repeat(32)}`,
        `sha256:${'cd'.repeat(32)}`,
        `phash:${'0'.repeat(56)}${'1'.repeat(8)}`,
        `phash:${'1'.repeat(64)}`,
      ],
      unread: [7],
    });
  });

  it('whatever it is, gives hashes only', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-fA-F]{16,64}$/))), (lines) => {
        const { hashes, unread } = readHashList(lines.join('\n'));
        for (const hash of hashes) expect(hash).toMatch(/^(sha256:[0-9a-f]{64}|phash:[01]{64})$/);
        for (const line of unread) expect(line).toBeGreaterThan(0);
      }),
    );
  });
});
