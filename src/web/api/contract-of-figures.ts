import { z } from 'zod';

export const FIGURE_WINDOWS = ['day', 'week', 'month', 'quarter'] as const;
export type FigureWindow = (typeof FIGURE_WINDOWS)[number];

const seconds = z.number().nullable().describe('Seconds; null where there is nothing to measure');

/** What came of reviewing: how much came and went, how fast, by whom, and how well. */
export const figuresPage = z.object({
  from: z.string(),
  until: z.string(),
  step: z.enum(['hour', 'day']).describe('How long each of `times` lasts; they begin at whole hours or days in UTC'),
  waiting: z.number(),
  oldestWaiting: z.string().nullable(),
  times: z.array(
    z.object({
      at: z.string(),
      asked: z.number(),
      decided: z.number(),
      delivered: z.number(),
      waiting: z.number().describe('When it was over'),
      p50: seconds,
      p95: seconds,
    }),
  ),
  p50: seconds,
  p95: seconds,
  reasons: z.array(z.object({ reason: z.string(), count: z.number() })),
  policies: z.array(z.object({ policy: z.string(), title: z.string(), count: z.number() })),
  curators: z.array(
    z.object({
      curator: z.string(),
      approved: z.number(),
      declined: z.number(),
      escalated: z.number(),
      other: z.number(),
      p50: seconds,
      p95: seconds,
      together: z.number().describe('Reviews that needed two, of which this was one'),
      agreed: z.number(),
      overturned: z.number().describe('Decisions that an appeal turned round'),
      seeded: z.object({ answered: z.number(), correct: z.number() }).describe('Cases whose right answer was known'),
    }),
  ),
  agreement: z.object({ together: z.number(), agreed: z.number() }),
  appeals: z.object({ asked: z.number(), upheld: z.number(), dismissed: z.number() }),
  spend: z
    .array(z.object({ day: z.string(), usd: z.number() }))
    .describe('Charged, reserved and uncertain, by day in UTC'),
});
export type FiguresPage = z.infer<typeof figuresPage>;
