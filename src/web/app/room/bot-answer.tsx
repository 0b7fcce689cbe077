import type { RequestView, ThreadView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { ApprovedWords } from '../parts/approved-words.tsx';
import { BotAvatar } from '../parts/avatar.tsx';
import { ClipPageLink } from '../parts/clip-page-link.tsx';
import { ClipPlayer } from '../parts/clip-player.tsx';
import { Icon } from '../parts/icon.tsx';
import { PaperProgress } from '../parts/paper-progress.tsx';
import { RemixLink } from '../parts/remix-link.tsx';
import { VoteButton } from '../parts/vote-button.tsx';
import { BotWords } from './bot-words.tsx';
import styles from './thread-item.module.css';

/** What the bot said to a post: what was wrong with it, or how its request stands, and in the end the clip. */
export function BotAnswer({ thread: { answers, request } }: { thread: ThreadView }) {
  const { say } = useLanguage();
  const told = answers.filter((answer) => answer.kind === 'answer' && !answer.removed);
  const clipPost = answers.findLast((answer) => answer.kind === 'clip' && !answer.removed);
  const words = clipPost && request?.clip ? clipPost.text : (request?.status ?? null);
  if (told.length === 0 && words === null) return null;
  return (
    <div className={styles.answer}>
      <BotAvatar />
      <div className={`${styles.body} ${styles.lines}`}>
        <div className={styles.meta}>
          <span className={styles.name}>{say('appName')}</span>
          <span className={styles.bot}>{say('bot')}</span>
        </div>
        {told.map((answer) => (
          <BotWords key={answer.id} text={answer.text} locale={answer.locale} />
        ))}
        {request && words !== null ? <RequestStatus request={request} words={words} /> : null}
      </div>
    </div>
  );
}

function RequestStatus({ request, words }: { request: RequestView; words: string }) {
  const { language, say } = useLanguage();
  // The words are in the requester's language and name the place too: others are told it in theirs.
  const place = request.locale === language ? null : request.placeInLine;
  return (
    <>
      <div className={styles.status} aria-live="polite">
        <BotWords text={words} locale={request.locale} />
        {place !== null ? (
          <span className={styles.place}>
            <Icon name="clock" size={15} />
            {say('placeInLine', { place: place + 1 })}
          </span>
        ) : null}
      </div>
      {request.asked && request.asked.prompt !== request.prompt ? <ApprovedWords words={request.prompt} /> : null}
      {request.progress !== null ? (
        <div className={styles.clip}>
          <PaperProgress share={request.progress} />
        </div>
      ) : null}
      {request.clip ? (
        <div className={styles.clip}>
          <ClipPlayer requestId={request.id} clip={request.clip} />
        </div>
      ) : null}
      <div className={styles.foot}>
        {request.clip ? <VoteButton request={request} target="clip" /> : null}
        {!request.clip && request.canVote ? <VoteButton request={request} target="request" /> : null}
        {request.state === 'delivered' ? <ClipPageLink request={request} /> : null}
        {request.clip ? <RemixLink request={request} /> : null}
        {request.clip ? <span>{say('madeBy', { engine: request.clip.engine })}</span> : null}
      </div>
    </>
  );
}
