import { Fragment } from 'react';
import type { DeskCard } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { AskedOptions } from './asked-options.tsx';
import { CostSoFar } from './cost-so-far.tsx';
import styles from './request-card.module.css';
import { StrikeList } from './strike-list.tsx';

const ANSWERABLE = {
  yes: 'answerableYes',
  unsure: 'answerableUnsure',
  'not-approved': 'answerableNotApproved',
} as const;

/** What would be made and at what cost, what was asked for, and how this requester did so far. */
export function CardFacts({ card }: { card: DeskCard }) {
  const { plan, cannotMake, money, budgets, request, requesterRecord: record, answerable } = card;
  const { say, write } = useLanguage();
  return (
    <div className={styles.columns}>
      <section className={styles.section}>
        <h2>{say(plan ? 'plan' : 'cannotMake')}</h2>
        {plan ? (
          <dl className={styles.facts}>
            <dt>{say('planCost')}</dt>
            <dd>{plan.costUsd === 0 ? say('planFree') : write.dollars(plan.costUsd)}</dd>
            <CostSoFar money={money} />
            {budgets.map(({ of, usedUsd, limitUsd }) => (
              <Fragment key={of}>
                <dt>{say(of === 'call' ? 'callBudgetLeft' : 'dayBudgetLeft')}</dt>
                <dd>
                  {say('leftOf', {
                    left: write.dollars(Math.max(0, limitUsd - usedUsd)),
                    limit: write.dollars(limitUsd),
                  })}
                </dd>
              </Fragment>
            ))}
            <dt>{say('planLength')}</dt>
            <dd>{say('seconds', { count: plan.seconds })}</dd>
            <dt>{say('planShape')}</dt>
            <dd>
              <bdi dir="ltr">{`${plan.width} × ${plan.height}`}</bdi>
            </dd>
            <dt>{say('planEngine')}</dt>
            <dd>
              <bdi>{plan.engine}</bdi>
            </dd>
          </dl>
        ) : null}
        {plan?.full ? (
          <p>
            {say(plan.full.of === 'call' ? 'callBudgetFull' : 'dayBudgetFull', {
              used: write.dollars(plan.full.usedUsd),
              limit: write.dollars(plan.full.limitUsd),
            })}
          </p>
        ) : null}
        {plan && plan.changes.length > 0 ? (
          <ul className={styles.changes} aria-label={say('adaptations')}>
            {plan.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        ) : null}
        <ul>
          {cannotMake.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </section>
      <AskedOptions options={(request.asked ?? request).options} />
      <section className={styles.section}>
        <h2>{say('record')}</h2>
        <ul className={styles.record}>
          <li>{say('recordAsked', { count: record.asked })}</li>
          <li>{say('recordDelivered', { count: record.delivered })}</li>
          <li>{say('recordDeclined', { count: record.declined })}</li>
          <li>{say('recordRefused', { count: record.refused })}</li>
        </ul>
        {answerable ? <p className={styles.standing}>{say(ANSWERABLE[answerable])}</p> : null}
        <StrikeList requestId={request.id} strikes={card.strikes} />
      </section>
    </div>
  );
}
