import { createAskInForm, type ModelSettings } from '../../../models/ask-in-form.ts';
import type { Finding, StoredFile, Verdict } from '../../../requests/index.ts';
import { callProblem } from '../call-problem.ts';
import { impossibleNumbers } from '../clip-numbers.ts';
import { gravestFirst, strictest, unchecked } from '../join-verdicts.ts';
import { followsOf } from '../policies.ts';
import type { PromptSubject, ReadFile, Screening } from '../screening.ts';
import { judgeInstructions } from './judge-instructions.ts';
import { type Judgement, judgement } from './judgement.ts';

export interface JudgeSettings extends ModelSettings {
  readFile: ReadFile;
}

const ID = 'policy-judge@1';
const TIMEOUT_MS = 15_000;
const LONGEST_EVIDENCE = 300;
const MOST_FINDINGS = 12;
const LONGEST_PROMPT = 8000;
/** An answer in the form needs no more; more is a model that lost itself. */
const MOST_TOKENS = 2000;

/**
 * A model that reads prompt and policies. Its form knows no approval, and what cannot be read of its answer goes to a
 * curator. A gullible one can at worst say nothing: then the others still speak.
 */
export function createPolicyJudge({ readFile, ...model }: JudgeSettings): Screening {
  const ask = createAskInForm(model, TIMEOUT_MS);

  async function judge(data: object, picture: StoredFile | null): Promise<Finding[]> {
    const shown = picture && { type: picture.type, bytes: await readFile(picture) };
    const question = { instructions: judgeInstructions, name: 'judgement', form: judgement, mostTokens: MOST_TOKENS };
    return findingsOf(await ask({ ...question, data, picture: shown }));
  }

  return {
    id: ID,
    immediate: 'never',
    certainty: 'model',
    screenPrompt: (subject) => answered(() => judge(promptOf(subject), subject.picture)),
    screenClip: (clip) =>
      answered(async () => [
        ...impossibleNumbers(ID, clip),
        ...(await judge(
          { finished_clip: clip.caption.slice(0, LONGEST_PROMPT), frames: 'in the picture' },
          clip.contactSheet,
        )),
      ]),
  };
}

function promptOf({ prompt, style }: PromptSubject) {
  return { prompt: prompt.slice(0, LONGEST_PROMPT), style };
}

async function answered(look: () => Promise<Finding[]>): Promise<Verdict> {
  try {
    const findings = gravestFirst(await look()).slice(0, MOST_FINDINGS);
    return { outcome: strictest(findings.map(({ outcome }) => outcome)), findings, screenedBy: [ID] };
  } catch (error) {
    return { outcome: 'review', findings: [unchecked(ID, callProblem(error))], screenedBy: [] };
  }
}

function findingsOf({ violations, speaks_to_the_judge }: Judgement): Finding[] {
  const found = violations.map(({ policy, verdict, words, confidence, look_at }): Finding => {
    const sure = Math.round(Math.min(1, Math.max(0, confidence)) * 100);
    return {
      policy,
      outcome: verdict === 'refuse' && followsOf(policy) === 'refuse' ? 'refuse' : 'review',
      evidence: `“${words}” (${sure} %): ${look_at}`.slice(0, LONGEST_EVIDENCE).toWellFormed(),
      source: ID,
    };
  });
  const spoken: Finding = { policy: 'steering', outcome: 'review', evidence: 'it speaks to the judge', source: ID };
  return speaks_to_the_judge ? [...found, spoken] : found;
}
