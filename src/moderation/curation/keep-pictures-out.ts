import {
  type AdvanceDependencies,
  advance,
  type CursorStore,
  type Decline,
  type Following,
  followFeed,
  type HistoryEntry,
  type HistoryFeed,
  keptPosition,
  type Verdict,
} from '../../requests/index.ts';
import type { KeepOut } from '../screening/keep-out.ts';
import { concernsPicture } from './concerns-picture.ts';

export interface KeepingPicturesOutDependencies extends AdvanceDependencies {
  history: HistoryFeed;
  cursors: CursorStore;
  keepOut: KeepOut;
  onError: (error: unknown) => void;
}

const FOLLOWER = 'pictures-kept-out';
const BY_ITSELF = 'screening';
/** The reason of a curator who finds a request against the rules. */
const AGAINST_RULES = 'rules';

/**
 * Keeps out, without a press, the picture of what was refused under one of the gravest policies, or declined as against the
 * rules where screening had named one; and notes in the history that it was, also where a curator said so. It follows the
 * history, so that neither screening nor the desk waits for it; what is done already changes nothing.
 */
export function startKeepingPicturesOut(dependencies: KeepingPicturesOutDependencies): Following {
  const { history, cursors, onError } = dependencies;
  return followFeed({
    feed: history,
    position: keptPosition(cursors, FOLLOWER, () => history.beginning),
    onError,
    handle: async (entries) => {
      for (const entry of entries) await keepOutOf(dependencies, entry);
    },
  });
}

async function keepOutOf(dependencies: KeepingPicturesOutDependencies, { requestId, event }: HistoryEntry) {
  if (event.kind !== 'declined' && !(event.kind === 'prompt-screened' && isGraveRefusal(event.verdict))) return;
  const request = await dependencies.requests.find(requestId);
  if (!request?.picture || request.keptOut || !('verdict' in request)) return;
  const by = event.kind === 'declined' ? keptOutBy(event.decline, request.verdict) : BY_ITSELF;
  if (by === null) return;
  await dependencies.keepOut(request.picture, by);
  await advance(dependencies, request, { kind: 'picture-kept-out' });
}

const isGraveRefusal = (verdict: Verdict) => verdict.outcome === 'refuse' && concernsPicture(verdict);

/** The curator who says so, in so many words or by their reason; null where nobody does. */
function keptOutBy({ neverAgain, reason, curator }: Decline, verdict: Verdict | null): string | null {
  const grave = reason === AGAINST_RULES && verdict !== null && concernsPicture(verdict);
  return neverAgain || grave ? curator : null;
}
