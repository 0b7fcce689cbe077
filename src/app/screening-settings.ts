import { z } from 'zod';
import { type Following, POLICIES, type PolicyCode } from '../moderation/screening/policies.ts';
import type { PolicySwitches } from '../moderation/screening/switch-policies.ts';
import { anyNumber, url, wholeNumber } from './kinds-of-setting.ts';

const ALWAYS_ON: ReadonlySet<string> = new Set<PolicyCode>(['minors', 'unchecked', 'late']);

/** `copyright=off, spam=refuse` */
const switches = z.string().transform((text, context): PolicySwitches => {
  const pairs = text.split(',').map((pair) => pair.split('=').map((each) => each.trim()));
  const wrong = pairs.filter(
    ([code = '', to = '']) =>
      !POLICIES.some((policy) => policy.code === code) ||
      !['refuse', 'review', 'review-by-two', 'off'].includes(to) ||
      (ALWAYS_ON.has(code) && to !== 'refuse'),
  );
  if (wrong.length > 0) {
    context.addIssue({
      code: 'custom',
      message:
        'must be policies with refuse, review, review-by-two or off, such as `copyright=off,spam=refuse`; those on minors stay on',
    });
    return z.NEVER;
  }
  return new Map(pairs as [PolicyCode, Following | 'off'][]);
});

/** The settings of what is checked by machine. */
export const screeningSettings = {
  POLICY_SWITCHES: switches
    .optional()
    .describe(
      'Policies that are treated otherwise than they say, e.g. `copyright=off,spam=refuse`. See docs/screening.md.',
    ),
  FOLD_DUPLICATES: z
    .enum(['off', 'exact', 'near'])
    .default('exact')
    .describe(
      'What is merged by itself into a request of the same call whose clip is still to come: nothing, the very same words, or also the same in other words, order or language. See docs/operating.md.',
    ),
  STRIKES_SLOW_AT: wholeNumber(0, 1_000_000)
    .default(6)
    .describe('Weight of strikes from which on a member waits between requests; 0: never. See docs/screening.md.'),
  STRIKES_SLOW_HOURS: anyNumber(0, 1000).default(6).describe('How long they wait after each request, in hours.'),
  STRIKES_BLOCK_AT: wholeNumber(0, 1_000_000)
    .default(12)
    .describe('Weight of strikes from which on a member cannot ask until enough of them run out; 0: never.'),
  PUBLIC_FIGURES: z
    .string()
    .optional()
    .describe(
      'Names of people, by commas, in any script, whose likeness a curator is to look at, besides those known.',
    ),
  PICTURE_CHECK: z
    .enum(['on', 'off'])
    .default('on')
    .describe(
      'Whether pictures and frames of clips are looked at for nudity on this machine: about a second of the processor for a picture, a few for a clip, and 300 MB while it looks.',
    ),
  OPENAI_API_KEY: z
    .string()
    .min(1)
    .optional()
    .describe("OpenAI's key: adds its moderation, and the policy judge. Without it prompts stay on this machine."),
  OPENAI_BASE_URL: url('http', 'https')
    .default('https://api.openai.com/v1')
    .describe("Address of OpenAI's API with its version, or of another server that speaks it."),
  MODERATION_MODEL: z.string().min(1).default('omni-moderation-latest').describe("OpenAI's moderation model."),
  MODERATION_REVIEW_AT: anyNumber(0, 1).default(0.3).describe('Score from which on a curator is shown it.'),
  MODERATION_REFUSE_AT: anyNumber(0, 1).default(0.9).describe('Score that counts as clear.'),
  JUDGE_MODEL: z.string().min(1).default('gpt-5-mini').describe('Model of the policy judge.'),
  JUDGE_URL: url('http', 'https')
    .optional()
    .describe('Address of the policy judge where it is another server, e.g. a guard model of your own.'),
  JUDGE_KEY: z.string().min(1).optional().describe("The judge's key; servers of one's own mostly want none."),
};
