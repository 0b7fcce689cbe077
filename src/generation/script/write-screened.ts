import { flaggedPolicies, type Outcome, type ScriptShot, type Verdict } from '../../requests/index.ts';
import { languagesOf } from '../language-change.ts';
import { type PlannedEngines, planClip } from '../plan-clip.ts';
import { addedNames, namesAsWritten } from './added-names.ts';
import type { PromptWriter } from './prompt-writer.ts';
import { scriptWords } from './script-words.ts';
import type { ToWriteFrom } from './tell-in-known-words.ts';

export interface WriteScreenedDependencies {
  writer: PromptWriter;
  engines: PlannedEngines;
  /** What is written is untrusted too. */
  screen: (text: string) => Promise<Verdict>;
  onError: (error: unknown) => void;
}

/**
 * A shot list by a writer, for a request whose prompt was screened; null where there is none that may be used. What the
 * writer says is screened like the prompt: where it would be taken more gravely, or for something else, or names somebody
 * whom the prompt does not, it is thrown away, and the shots are read from the prompt itself.
 */
export async function writeScreened(
  { writer, engines, screen, onError }: WriteScreenedDependencies,
  asked: ToWriteFrom,
  verdict: Verdict,
): Promise<ScriptShot[] | null> {
  const { prompt, options, picture, locale } = asked;
  const plan = planClip(asked, { prompt, options }, engines);
  if (plan.outcome === 'impossible') return null;
  const lengths = plan.script.map(({ seconds }) => seconds);
  try {
    const languages = languagesOf(plan.engine, engines);
    const order = { prompt, style: options.style ?? null, picture: picture !== null, locale, lengths, languages };
    const script = await writer.write(order);
    if (script === null || addedNames(script, prompt).length > 0) return null;
    const known = flaggedPolicies(verdict).filter((policy) => namesAsWritten(prompt) || !OF_NAMES.includes(policy));
    return isNoWorse(await screen(scriptWords(script)), { known, outcome: verdict.outcome }) ? script : null;
  } catch (error) {
    onError(error);
    return null;
  }
}

const GRAVITY: Record<Outcome, number> = { allow: 0, review: 1, refuse: 2 };

/** Whom these are about cannot be told of a prompt in other letters: it may be somebody else than was asked for. */
const OF_NAMES: readonly string[] = ['public-figures', 'copyright'];

function isNoWorse(written: Verdict, asked: { known: readonly string[]; outcome: Outcome }): boolean {
  const same = written.findings.every(({ policy, outcome }) => outcome === 'allow' || asked.known.includes(policy));
  return same && GRAVITY[written.outcome] <= GRAVITY[asked.outcome];
}
