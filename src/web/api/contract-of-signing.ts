import { z } from 'zod';

/** What somebody signs in for: to see what is kept of them, or to work at the desk. */
const purpose = z.enum(['mine', 'desk']);

/** With which accounts one can sign in here, and what for. */
export const signInOffer = z.object({ ways: z.array(z.object({ platform: z.string(), purposes: z.array(purpose) })) });
export type SignInOffer = z.infer<typeof signInOffer>;

export const signInWish = z.object({ purpose });
export type SignInWish = z.infer<typeof signInWish>;

/** Where the person is asked; the answer comes back to `/sign-in/<platform>`, which sends it on to be finished. */
export const signInAddress = z.object({ address: z.string() });
export type SignInAddress = z.infer<typeof signInAddress>;

/** What the platform sent somebody back with: a code, or an error. */
export const signInReturn = z.object({
  state: z.string().max(200),
  code: z.string().min(1).max(500).optional(),
  error: z.string().max(200).optional(),
});
export type SignInReturn = z.infer<typeof signInReturn>;

export const signedIn = z.object({ purpose, name: z.string() });
export type SignedIn = z.infer<typeof signedIn>;
