import { policyText } from '../../../wording/say-policy.ts';
import type { DeskCard } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { markEvidence } from './mark-evidence.ts';
import styles from './request-card.module.css';

/** The prompt with the words that screening looked up at; what they may be against is said where one points at them. */
export function MarkedPrompt({ prompt, flags }: { prompt: string; flags: DeskCard['flags'] }) {
  const { language } = useLanguage();
  let at = 0;
  return markEvidence(prompt, flags).map(({ text, policies }) => {
    const key = at;
    at += text.length;
    if (policies.length === 0) return text;
    const titles = policies.map((code) => policyText(language, code).title).join(' · ');
    return (
      <mark key={key} className={styles.evidence} title={titles}>
        {text}
      </mark>
    );
  });
}
