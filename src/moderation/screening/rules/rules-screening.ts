import type { Finding, Verdict } from '../../../requests/index.ts';
import { impossibleNumbers } from '../clip-numbers.ts';
import { gravestFirst, strictest, unchecked } from '../join-verdicts.ts';
import type { PromptSubject, Screening } from '../screening.ts';

const ID = 'rules@7';

/**
 * Words for what must never be made and what a person should look at: patterns, concepts beside each other, and lists.
 * It knows no context and sees no picture; it is there so that the gravest is caught even where nothing else is
 * configured. `publicFigures` are names besides those that it knows.
 *
 * Its lists are read from the disk with the first prompt, which takes half a second: the app's start does not wait for it.
 */
export function createRulesScreening({ publicFigures = [] }: { publicFigures?: readonly string[] } = {}): Screening {
  let opened: ReturnType<typeof openRules> | undefined;
  const rules = () => {
    opened ??= openRules(publicFigures);
    return opened;
  };
  return {
    id: ID,
    immediate: 'always',
    certainty: 'rule',
    screenPrompt: async (subject) =>
      verdictOf([...(await (await rules())(textOf(subject))), ...findInPicture(subject)]),
    screenClip: async (clip) => verdictOf(impossibleNumbers(ID, clip)),
  };
}

async function openRules(publicFigures: readonly string[]) {
  const { createTextSearch } = await import('./find-in-text.ts');
  return createTextSearch({ publicFigures, source: ID });
}

function textOf({ prompt, style }: PromptSubject): string {
  return style === null ? prompt : `${prompt}\n${style}`;
}

function findInPicture({ picture }: PromptSubject): Finding[] {
  return picture ? [unchecked(ID, 'a picture, which rules do not see')] : [];
}

function verdictOf(findings: readonly Finding[]): Verdict {
  return {
    outcome: strictest(findings.map(({ outcome }) => outcome)),
    findings: gravestFirst(findings),
    screenedBy: [ID],
  };
}
