import { SCRIPT_WORDS, type ScriptShot } from '../../requests/index.ts';

/** All that a script says, one shot a line. */
export function scriptWords(script: readonly ScriptShot[]): string {
  return script
    .map((shot) =>
      SCRIPT_WORDS.map((word) => shot[word])
        .filter(Boolean)
        .join('; '),
    )
    .join('\n');
}
