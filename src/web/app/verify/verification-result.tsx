import type { ReactNode } from 'react';
import type { VerificationView } from '../../api/contract-of-verifying.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './verify-page.module.css';

const SURENESS = {
  certain: 'verifyMade',
  'nearly-certain': 'verifyNearlyCertain',
  likely: 'verifyLikely',
} as const;

/** The answer in a word, what it rests on, and what is known of the clip. */
export function VerificationResult({ verification }: { verification: VerificationView }) {
  const { say, write } = useLanguage();
  const { credentials, known } = verification;
  const signed = credentials?.byUs === true;
  const title = signed ? 'verifyMade' : known ? SURENESS[known.sureness] : 'verifyUnknown';
  const engine = known?.engine ?? (signed ? credentials.engine : null);
  const promptHash = known?.promptHash ?? (signed ? credentials.promptHash : null);
  return (
    <article className={styles.result} data-known={signed || known !== null || undefined}>
      <h2>{say(title)}</h2>
      <p>{reason()}</p>
      <dl className={styles.facts}>
        <Fact name={say('verifyCredentials')}>{credentialsSay()}</Fact>
        {engine ? (
          <Fact name={say('verifyEngine')}>
            <bdi>{engine}</bdi>
          </Fact>
        ) : null}
        {credentials?.whole && credentials.by ? (
          <Fact name={say('verifyBy')}>{say(credentials.by === 'model' ? 'verifyByModel' : 'verifyByProgram')}</Fact>
        ) : null}
        {known?.deliveredAt ? (
          <Fact name={say('verifyDelivered')}>
            <time dateTime={known.deliveredAt}>{write.dateTime(known.deliveredAt)}</time>
          </Fact>
        ) : null}
        {promptHash ? (
          <Fact name={say('verifyHash')}>
            <code dir="ltr">{promptHash}</code>
          </Fact>
        ) : null}
      </dl>
      {known?.clip ? (
        <figure className={styles.clip}>
          {/* biome-ignore lint/a11y/useMediaCaption: the prompt is set into the picture as its caption */}
          <video
            src={known.clip.videoUrl}
            poster={known.clip.posterUrl}
            width={known.clip.width}
            height={known.clip.height}
            controls
            playsInline
            preload="none"
            aria-label={say('clipOf', { caption: known.clip.caption })}
          />
          <figcaption>
            {say('verifyClip')}: <bdi>{known.clip.caption}</bdi>
          </figcaption>
        </figure>
      ) : null}
    </article>
  );

  function reason(): string {
    if (known?.by === 'file') return say('verifyMadeByFile');
    if (signed) return say('verifyMadeBySignature');
    return known ? say('verifyByFrames', { share: write.percent(known.share) }) : say('verifyUnknownMore');
  }

  function credentialsSay(): string {
    if (credentials === null) return say('verifyCredentialsNone');
    if (!credentials.whole) return say('verifyCredentialsBroken');
    if (signed) return say('verifyCredentialsOurs');
    return say('verifyCredentialsOthers', { signer: credentials.signer ?? say('verifySomebody') });
  }
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
