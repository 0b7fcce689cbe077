import type { RequestView } from '../../api/contract.ts';
import { useVote } from '../api/use-vote.ts';
import { useLanguage } from '../language/language-context.ts';
import { Icon } from './icon.tsx';
import styles from './vote-button.module.css';

/** One vote for a clip, or one person's support of a request that is not made yet; pressed again, it is taken back. */
export function VoteButton({ request, target }: { request: RequestView; target: 'request' | 'clip' }) {
  const { say, write } = useLanguage();
  const vote = useVote(target, request);
  const tally = target === 'clip' ? request.clip : request;
  if (!tally) return null;
  const own = request.mine;
  const name = say(target === 'clip' ? 'voteFor' : 'voteForRequest', { prompt: request.prompt });
  const counted = say(target === 'clip' ? 'votes' : 'support', { count: tally.votes });
  const waiting = [
    ...(tally.heldVotes > 0 ? [say('heldPublic', { count: tally.heldVotes })] : []),
    ...(tally.voteHeld ? [say('heldYours')] : []),
  ];
  const count = [counted, ...waiting].join('. ');
  return (
    <button
      type="button"
      className={styles.vote}
      aria-pressed={tally.voted}
      aria-disabled={own || undefined}
      title={own ? say('ownClip') : count}
      onClick={() => {
        if (!own) vote.mutate(!tally.voted);
      }}
    >
      <Icon name="heart" filled={tally.voted} />
      <span className="unseen">
        {name} ({own ? `${count}. ${say('ownClip')}` : count})
      </span>
      {target === 'request' ? (
        <span className={styles.words} aria-hidden="true">
          {say('wantIt')}
        </span>
      ) : null}
      <span aria-hidden="true">{write.number(tally.votes)}</span>
      {waiting.length > 0 ? (
        <span className={styles.words} aria-hidden="true">
          {waiting.at(-1)}
        </span>
      ) : null}
    </button>
  );
}
