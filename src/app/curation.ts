import { DEFAULT_READING_LIMITS, readRequest, writeRequest } from '../bots/reading/index.ts';
import type { FileStore } from '../files/file-store.ts';
import type { EnginesFor } from '../generation/engines-for.ts';
import type { Purse } from '../generation/money/purse.ts';
import type { MediaTools } from '../media/media-tools.ts';
import { createDelayedDesk, type DelayedDesk } from '../moderation/curation/create-delayed-desk.ts';
import { createReviewDesk } from '../moderation/curation/create-review-desk.ts';
import { createReviewQueue } from '../moderation/curation/create-review-queue.ts';
import { createReadReviewCard } from '../moderation/curation/read-review-card.ts';
import { translatePrompt } from '../moderation/curation/translate-prompt.ts';
import type { Translator } from '../moderation/curation/translator.ts';
import { createKeepOut, type KeepOut } from '../moderation/screening/keep-out.ts';
import { createLetIn, type LetIn } from '../moderation/screening/let-in.ts';
import { createLookOnce } from '../moderation/screening/look-once.ts';
import type { ReadStrikes } from '../moderation/strikes/read-strikes.ts';
import {
  advance,
  type ClipOptions,
  type Clock,
  type Locale,
  type Member,
  memberKey,
  type PromptRequest,
} from '../requests/index.ts';
import type { Store } from '../store/store.ts';
import { sayInterface } from '../wording/say-interface.ts';
import { sayProblem } from '../wording/say-problems.ts';

const CLAIM_MS = 5 * 60 * 1000;

type Records = Pick<
  Store,
  'requests' | 'claims' | 'decisions' | 'votes' | 'seededCases' | 'sentences' | 'translations'
>;

/** `undoMs`: how long a decision can be taken back, where the surface offers it. */
export function openDesk(
  { requests, claims, decisions, seededCases }: Omit<Records, 'votes' | 'sentences' | 'translations'>,
  { pictures, clock, undoMs }: { pictures: RefusedPictures; clock: Clock; undoMs: number },
): DelayedDesk {
  const desk = createReviewDesk({ requests, claims, seededCases, ...pictures, clock, claimMs: CLAIM_MS });
  return createDelayedDesk({ desk, decisions, requests, clock, delayMs: undoMs });
}

/** The list of pictures that are never accepted again, as curators put on it and take off. */
export interface RefusedPictures {
  keepOut: KeepOut;
  letIn: LetIn;
}

export function openRefusedPictures(
  { files, media, store }: { files: FileStore; media: MediaTools; store: Pick<Store, 'refusedPictures'> },
  clock: Clock,
): RefusedPictures {
  const [looks, refused] = [createLookOnce({ media, files }), store.refusedPictures];
  return { keepOut: createKeepOut({ looks, refused, clock }), letIn: createLetIn({ looks, refused }) };
}

/** What curators decide by where they do not have the desk's page before them. */
export function openCuration(
  { requests, claims, decisions, votes, seededCases, sentences, translations }: Records,
  {
    enginesFor,
    translator,
    stillUsd,
    asksBack,
    purse,
    readStrikes,
    pictures,
    clock,
  }: {
    enginesFor: EnginesFor;
    /** Null where nobody translates prompts. */
    translator: Translator | null;
    stillUsd: number | null;
    asksBack: (platform: string) => boolean;
    purse: Purse;
    readStrikes: ReadStrikes;
    pictures: RefusedPictures;
    clock: Clock;
  },
) {
  // A press on a card is answered with what came of it.
  const desk = openDesk({ requests, claims, decisions, seededCases }, { pictures, clock, undoMs: 0 });
  return {
    desk,
    queue: createReviewQueue({ requests, desk }),
    sentences,
    translate: (request: PromptRequest, into: Locale) => translatePrompt({ translations, translator }, request, into),
    clock,
    readCard: createReadReviewCard({
      requests,
      claims,
      votes,
      translations,
      translator,
      enginesFor,
      stillUsd,
      asksBack,
      purse,
      readStrikes,
      clock,
    }),
    writeAsked: (prompt: string, options: ClipOptions) => writeRequest(prompt, options).trim(),
    readAsked(text: string, locale: Locale) {
      const reading = readRequest(text, { limits: DEFAULT_READING_LIMITS });
      if (reading.outcome === 'read') return { prompt: reading.prompt, options: reading.options };
      if (reading.outcome === 'empty') return { problem: sayInterface(locale, 'text-empty') };
      return { problem: reading.problems.map((problem) => sayProblem(locale, problem)).join('\n') };
    },
  };
}

/** A report waits for a curator from then on; of what was taken down meanwhile there is nothing to look into. */
export function reportTo({ requests }: Pick<Records, 'requests'>, clock: Clock) {
  return async (report: { requestId: string; reporter: Member; words: string }): Promise<void> => {
    const { requestId, reporter, words } = report;
    const request = await requests.find(requestId);
    if (request) await advance({ requests, clock }, request, { kind: 'reported', by: memberKey(reporter), words });
  };
}
