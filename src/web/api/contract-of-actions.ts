import { z } from 'zod';
import { chosenOptions } from './contract.ts';
import { personActions } from './contract-of-person.ts';

/** What a curator does with a request. */
export const deskAction = z.discriminatedUnion('action', [
  z.object({ action: z.literal('claim') }),
  z.object({ action: z.literal('release') }),
  z.object({
    action: z.literal('approve'),
    /** Absent: the requester's own. */
    prompt: z.string().trim().min(1).max(2000).optional(),
    options: chosenOptions.optional(),
    /** The shots in words, as the card has them and changed; absent: as they are read from the prompt. */
    script: z.string().trim().max(30_000).optional(),
    /** The key of the card's still, where the clip is to begin with it. */
    still: z.string().max(200).optional(),
    note: z.string().trim().max(500).optional(),
  }),
  z.object({
    action: z.literal('decline'),
    reason: z.string(),
    note: z.string().trim().max(500).optional(),
    /** Its picture is never to be accepted again, nor one that looks like it. */
    neverAgain: z.boolean().optional(),
  }),
  z.object({ action: z.literal('escalate'), note: z.string().trim().max(500).optional() }),
  /** The same wish as another: both are answered with one clip, and decided by what is decided about the other. */
  z.object({ action: z.literal('merge'), into: z.string().regex(/^[\w.-]{1,80}$/) }),
  z.object({ action: z.literal('unmerge') }),
  z.object({
    action: z.literal('hold'),
    note: z.string().trim().max(500).optional(),
    /** ISO 8601: when it is to wait again; absent: when a curator takes it back. */
    until: z.iso.datetime().optional(),
  }),
  z.object({ action: z.literal('ask'), question: z.string().trim().min(1).max(500) }),
  z.object({ action: z.literal('resume') }),
  z.object({ action: z.literal('preview') }),
  /** A still by the image model; `prompt` absent: of the words as they were asked. */
  z.object({ action: z.literal('still'), prompt: z.string().trim().min(1).max(2000).optional() }),
  z.object({ action: z.literal('leave-still-out') }),
  z.object({ action: z.literal('uphold-appeal') }),
  ...personActions,
  z.object({ action: z.literal('restart-shot'), shot: z.number().int().min(0) }),
  z.object({ action: z.enum(['retry', 'give-up', 'release-clip', 'block-clip', 'dismiss-reports']) }),
  z.object({ action: z.literal('take-down'), reason: z.string().trim().min(1).max(500) }),
]);
export type DeskAction = z.infer<typeof deskAction>;
