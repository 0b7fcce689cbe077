import { z } from 'zod';

/** What stands beside a prompt in the curator's language; `offered`: nothing yet, and it can be made. */
export const translationView = z.object({
  standing: z.enum(['none', 'offered', 'translated']),
  text: z.string().nullable(),
});
export type TranslationView = z.infer<typeof translationView>;
