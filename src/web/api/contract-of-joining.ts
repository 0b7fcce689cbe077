import { z } from 'zod';

/** Where a code will be entered: on X it stands in public, so it is for the account of that name alone. */
export const joinOffer = z.object({
  xName: z
    .string()
    .regex(/^\s*@?\w{1,15}\s*$/)
    .optional(),
});

/** A code that joins another account to this one, once, up to a moment (ISO 8601). */
export const joinCodeView = z.object({ code: z.string(), until: z.string(), minutes: z.number() });
export type JoinCodeView = z.infer<typeof joinCodeView>;

export const joinEntry = z.object({ code: z.string().max(100) });

/** An account that its owner joined to another. */
export const joinedAccountView = z.object({ platform: z.string(), name: z.string(), joinedAt: z.string() });
export type JoinedAccountView = z.infer<typeof joinedAccountView>;
