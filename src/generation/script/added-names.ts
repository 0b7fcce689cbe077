import type { ScriptShot } from '../../requests/index.ts';
import { SCRIPT_WORDS } from '../../requests/index.ts';

/** A capital letter where no sentence begins: a name, of somebody or of something. */
const NAME = /(?<=[\p{L}\p{N},;:)] )\p{Lu}\p{L}+/gu;

/** What says how it is filmed, and names nobody. */
const OF_THE_TRADE = new Set(['pov', 'cgi', 'hdr', 'led', 'cctv', 'dslr', 'bokeh', 'dutch']);

/** Whether a prompt is written as what is written of it, so that its names can be looked up there. */
export function namesAsWritten(prompt: string): boolean {
  const letters = prompt.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length * 2 >= letters.length;
}

/**
 * Names in a script that its prompt does not have: whoever writes is to add no people, brands or titles. None of a prompt
 * in other letters, in which Paris is باريس: there only screening can tell.
 */
export function addedNames(script: readonly ScriptShot[], prompt: string): string[] {
  if (!namesAsWritten(prompt)) return [];
  const asked = prompt.toLocaleLowerCase();
  const found = script.flatMap((shot) => SCRIPT_WORDS.flatMap((word) => shot[word].match(NAME) ?? []));
  return [...new Set(found)].filter((name) => {
    const plain = name.toLocaleLowerCase();
    return !asked.includes(plain) && !OF_THE_TRADE.has(plain);
  });
}
