import { Button } from '@mantine/core';
import type { RequestView } from '../../api/contract.ts';
import { useTranslate, useTranslation } from '../api/use-translation.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './card-translation.module.css';

/** Beside the prompt, never in its place: what a model makes of it in the curator's language. */
export function CardTranslation({ request }: { request: RequestView }) {
  const { say, language } = useLanguage();
  const { data } = useTranslation(request, language);
  const translate = useTranslate(request, language);
  if (!data || data.standing === 'none') return null;
  if (data.text !== null) {
    return (
      <div className={styles.translation}>
        <p className={styles.note}>{say('translationNote')}</p>
        <p lang={language} dir="auto">
          {data.text}
        </p>
      </div>
    );
  }
  return (
    <div className={styles.translation}>
      <Button size="compact-sm" variant="default" loading={translate.isPending} onClick={() => translate.mutate()}>
        {say('translate')}
      </Button>
      {translate.error ? <ProblemNotice error={translate.error} /> : null}
    </div>
  );
}
