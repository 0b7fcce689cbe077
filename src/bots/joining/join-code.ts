/** Without letters that pass for a digit, or for one another, when they are read out (as in Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const READ_AS: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['I', '1'],
  ['L', '1'],
]);

/** How many bytes at random a code takes. */
export const CODE_BYTES = LENGTH;

/** A code of ten letters and digits (50 bits), in two halves, e.g. `7K2MQ-0ZB4X`. */
export function writeCode(random: Uint8Array): string {
  const letters = Array.from({ length: LENGTH }, (_, place) => LETTERS[(random[place] ?? 0) % LETTERS.length]).join('');
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}

/** The code that somebody wrote, as we write it; null where it can be none. Arabic digits and wide letters are read too. */
export function readCode(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase();
  const letters = [...plain].map((letter) => READ_AS.get(letter) ?? letter);
  if (letters.length !== LENGTH || letters.some((letter) => !LETTERS.includes(letter))) return null;
  return `${letters.slice(0, LENGTH / 2).join('')}-${letters.slice(LENGTH / 2).join('')}`;
}
