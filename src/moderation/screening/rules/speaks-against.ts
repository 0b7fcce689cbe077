import { english } from './whole-words.ts';

/** Words of whoever reports hate or turns against it, or of whom a word of hate is their own. */
const REPORTED = english(
  '(?:say|said|says|saying|call|called|calls|calling|tweet(?:ed|ing)?|wrote|writing|chant(?:ed|ing)?|shout(?:ed|ing)?|yell(?:ed|ing)?|claim(?:s|ed|ing)?)',
  '(?:statements?|phrases?|slurs?|language|comments?|jokes?|slogans?)',
  '(?:wrong|unacceptable|hateful|racists?|racism|sexists?|sexism|homophobi[ac]|transphobi[ac]|islamophobi[ac]|xenophobi[ac]|antisemiti\\w+|ableis[mt]|bigots?|bigotry|offensive|hurtful|horrible|terrible|awful|appalling|shocking|outrageous|unbelievable)',
  '(?:condemn|denounc|reject|oppos|report|protest)(?:e|s|ed|ing)?',
  '(?:people|anyone|someone|those|whoever|men|guys) (?:who|that)',
  '(?:my|our) (?:\\w+ )?(?:friends?|people|community|sisters?|brothers?|family|culture|pride)',
  "(?:i'm|i am|we're|we are) (?:a |all |one |the |proud |just |such ){0,3}\\p{L}+",
);
const QUOTED = /["“”«»„].{2,200}?["“”«»„]/u;
const FURTHEST_DENIAL = 90;
/** Up to eight words before what is said. */
const DENIED = /(?<![\p{L}\p{N}])(?:not|never|no|nobody|none|neither|cannot|without|\p{L}+n't)(?: [\p{L}']+){0,8} $/u;

/**
 * Whether a text may be an answer to hate, a report of it, or a word of hate that people say of themselves; `said` is what
 * was found in it. It tells nothing for sure and is easily put on, so it only keeps a rule from refusing by itself.
 */
export function speaksAgainst(written: string, said: string): boolean {
  const at = written.indexOf(said);
  return (
    REPORTED.test(written) ||
    QUOTED.test(written) ||
    (at > 0 && DENIED.test(written.slice(Math.max(0, at - FURTHEST_DENIAL), at)))
  );
}
