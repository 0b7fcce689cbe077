import type { Moderation } from 'openai/resources/moderations';
import type { PolicyCode } from '../policies.ts';

/** Which policy each of OpenAI's categories speaks of (omni-moderation, 2024-09-26 and later). */
export const CATEGORY_POLICIES: Readonly<Record<keyof Moderation.Categories, PolicyCode>> = {
  harassment: 'harassment',
  'harassment/threatening': 'harassment',
  hate: 'hate',
  'hate/threatening': 'hate',
  illicit: 'crime-weapons',
  'illicit/violent': 'crime-weapons',
  'self-harm': 'self-harm',
  'self-harm/instructions': 'self-harm',
  'self-harm/intent': 'self-harm',
  sexual: 'sexual',
  'sexual/minors': 'minors',
  violence: 'violence',
  'violence/graphic': 'violence',
};
