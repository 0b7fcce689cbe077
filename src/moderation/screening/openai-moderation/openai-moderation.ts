import OpenAI from 'openai';
import { z } from 'zod';
import type { Finding, StoredFile, Verdict } from '../../../requests/index.ts';
import { callProblem } from '../call-problem.ts';
import { impossibleNumbers } from '../clip-numbers.ts';
import { gravestFirst, strictest, unchecked } from '../join-verdicts.ts';
import { followsOf } from '../policies.ts';
import type { PromptSubject, ReadFile, Screening } from '../screening.ts';
import { CATEGORY_POLICIES } from './category-policies.ts';

export interface ModerationSettings {
  url: string;
  key: string;
  model: string;
  /** Scores from 0 to 1: from the first on a curator looks, from the second on it is refused where its policy says so. */
  reviewAt: number;
  refuseAt: number;
  readFile: ReadFile;
  /** Asking changes nothing, so it may be asked again. */
  maxRetries: number;
}

const ID = 'openai-moderation@1';
/** Of one try, in milliseconds. */
const TIMEOUT_MS = 8000;

/** Taking only what is used: what else the answer says may change. */
const answerShape = z.object({
  results: z.array(z.object({ category_scores: z.record(z.string(), z.number().min(0).max(1).nullable()) })).min(1),
});

/**
 * OpenAI's moderation of text and of pictures, one picture a request, since it takes no more. Of pictures it scores only
 * sexual content, violence and self-harm; of a finished clip it sees the contact sheet.
 */
export function createOpenaiModeration(settings: ModerationSettings): Screening {
  const client = new OpenAI({
    apiKey: settings.key,
    baseURL: settings.url,
    maxRetries: settings.maxRetries,
    timeout: TIMEOUT_MS,
  });

  async function ask(input: OpenAI.ModerationMultiModalInput[]): Promise<Finding[]> {
    const answer = answerShape.parse(await client.moderations.create({ model: settings.model, input }));
    return answer.results.flatMap(({ category_scores }) => findIn(category_scores, settings));
  }

  async function lookAt(picture: StoredFile): Promise<Finding[]> {
    const url = `data:${picture.type};base64,${(await settings.readFile(picture)).toString('base64')}`;
    return ask([{ type: 'image_url', image_url: { url } }]);
  }

  return {
    id: ID,
    immediate: 'never',
    certainty: 'model',
    screenPrompt: (subject) =>
      answered(async () => {
        const [inWords, inPicture] = await Promise.all([
          ask([{ type: 'text', text: textOf(subject) }]),
          subject.picture ? lookAt(subject.picture) : [],
        ]);
        return [...inPicture, ...inWords.map((each): Finding => ({ ...each, inWords: true }))];
      }),
    screenClip: (clip) => answered(async () => [...impossibleNumbers(ID, clip), ...(await lookAt(clip.contactSheet))]),
  };
}

function textOf({ prompt, style }: PromptSubject): string {
  // An empty text is refused by the API with 400.
  return (style === null ? prompt : `${prompt}\n${style}`).toWellFormed() || ' ';
}

async function answered(look: () => Promise<Finding[]>): Promise<Verdict> {
  try {
    const findings = onePerPolicy(await look());
    return { outcome: strictest(findings.map(({ outcome }) => outcome)), findings, screenedBy: [ID] };
  } catch (error) {
    return { outcome: 'review', findings: [unchecked(ID, callProblem(error))], screenedBy: [] };
  }
}

function findIn(
  scores: Readonly<Record<string, number | null>>,
  { reviewAt, refuseAt }: Pick<ModerationSettings, 'reviewAt' | 'refuseAt'>,
): Finding[] {
  return Object.entries(scores).flatMap(([category, score]) => {
    if (score === null || score < reviewAt) return [];
    const known: Readonly<Record<string, Finding['policy']>> = CATEGORY_POLICIES;
    const policy = Object.hasOwn(known, category) ? (known[category] ?? 'unchecked') : 'unchecked';
    const outcome = score >= refuseAt && followsOf(policy) === 'refuse' ? 'refuse' : 'review';
    return [{ policy, outcome, evidence: `${category.slice(0, 60)} ${score.toFixed(2)}`, source: ID }];
  });
}

/** Of two that are as grave the first stands. */
function onePerPolicy(findings: readonly Finding[]): Finding[] {
  const sorted = gravestFirst(findings);
  return sorted.filter((each, place) => sorted.findIndex(({ policy }) => policy === each.policy) === place);
}
