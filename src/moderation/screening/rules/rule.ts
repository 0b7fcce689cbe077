import type { NamedExcuse } from '../excuse.ts';
import type { PolicyCode } from '../policies.ts';

/**
 * When a prompt says `says`, and `with` somewhere too where that is given, once `unless` is taken out of it: what has
 * another meaning there. `excusedBy`: what makes it milder, the one that is told first.
 */
export interface Rule {
  policy: PolicyCode;
  outcome: 'refuse' | 'review';
  says: RegExp;
  with?: RegExp;
  unless?: RegExp;
  excusedBy?: readonly NamedExcuse[];
}
