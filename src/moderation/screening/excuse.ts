/**
 * What may be heard in favour of a text that names what rules look for, and makes a finding milder by one step. Their words
 * for curators are in `wording`; findings carry the code.
 */
export type Excuse =
  | 'history-lesson'
  | 'satire'
  | 'reenactment'
  | 'fiction'
  | 'sport'
  | 'medicine'
  | 'art'
  | 'warning'
  | FormOfText;

/** Of the whole text, whatever the rule. */
export type FormOfText = 'question' | 'said-against';

/** What a rule may name. */
export type NamedExcuse = Exclude<Excuse, FormOfText>;
