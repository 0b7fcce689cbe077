import { z } from 'zod';
import { clipView } from './contract.ts';

/** A clip as it is shown in a duel: whose it is and how many voted for it is no matter there. */
export const duelClip = z.object({
  id: z.string(),
  prompt: z.string(),
  locale: z.enum(['en', 'ar']),
  clip: clipView.omit({ votes: true, viewers: true, voted: true, heldVotes: true, voteHeld: true, likesOnX: true }),
});
export type DuelClip = z.infer<typeof duelClip>;

const callOfDuels = z.object({
  id: z.string(),
  theme: z.object({ en: z.string(), ar: z.string() }),
  clips: z.number(),
});
export type CallOfDuels = z.infer<typeof callOfDuels>;

/** Two clips to compare. The ticket says which, and that it was the asker who was shown them. */
export const duelPage = z.object({
  /** Calls with two clips or more, the one asked for first. */
  calls: z.array(callOfDuels),
  /** Null where there are none left that the asker has not compared; their own never come. */
  duel: z.object({ ticket: z.string(), left: duelClip, right: duelClip }).nullable(),
  /** How many the asker has compared in this call. */
  answered: z.number(),
});
export type DuelPage = z.infer<typeof duelPage>;

export const duelAnswer = z.object({
  ticket: z.string().min(1).max(1000),
  answer: z.enum(['left', 'right', 'neither']),
});
export type DuelAnswerSent = z.infer<typeof duelAnswer>;

export const duelBoardPage = z.object({
  call: callOfDuels.nullable(),
  /** Answers that told which was better. */
  answers: z.number(),
  /** Answers that do not count until somebody has looked at them, and whether one is the viewer's. */
  heldAnswers: z.number(),
  answerHeld: z.boolean(),
  /** Clips that were in no duel yet. */
  uncompared: z.number(),
  /** Best first. */
  lines: z.array(
    z.object({
      id: z.string(),
      prompt: z.string(),
      locale: z.enum(['en', 'ar']),
      posterUrl: z.string(),
      requesterName: z.string(),
      /** The share of duels against an average clip that it wins, and between what that lies with 95 % confidence. */
      ...{ share: z.number(), low: z.number(), high: z.number() },
      /** The best and the worst place that it may have; the same where that is certain. */
      ...{ from: z.number(), to: z.number() },
      duels: z.number(),
    }),
  ),
});
export type DuelBoardPage = z.infer<typeof duelBoardPage>;
