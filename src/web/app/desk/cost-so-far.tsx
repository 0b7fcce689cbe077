import { Fragment } from 'react';
import type { DeskCard } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';

const PARTS = [
  ['costReserved', 'reservedUsd'],
  ['costCharged', 'chargedUsd'],
  ['costUncertain', 'uncertainUsd'],
  ['costRefunded', 'refundedUsd'],
] as const;

/** What a request has cost so far, part by part; nothing where it has cost nothing. */
export function CostSoFar({ money }: Pick<DeskCard, 'money'>) {
  const { say, write } = useLanguage();
  return PARTS.filter(([, part]) => money[part] > 0).map(([label, part]) => (
    <Fragment key={part}>
      <dt>{say(label)}</dt>
      <dd>{write.dollars(money[part])}</dd>
    </Fragment>
  ));
}
