import { buffer } from 'node:stream/consumers';
import type { FileStore } from '../files/file-store.ts';
import type { MediaTools } from '../media/media-tools.ts';
import { createJoinedScreening } from '../moderation/screening/all-of.ts';
import { createLookOnce } from '../moderation/screening/look-once.ts';
import type { RefusedPictureStore } from '../moderation/screening/refused-picture-store.ts';
import type { ReadFile, Screening } from '../moderation/screening/screening.ts';
import { createSwitchedScreening } from '../moderation/screening/switch-policies.ts';
import { screeningAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { modelServer } from './model-server.ts';

/** Longer than two tries of the slowest of them. */
const DEADLINE_MS = 35_000;
/** On a busy machine a minute's clip takes long to look at; it is no person that waits for it. */
const CLIP_DEADLINE_MS = 180_000;
const MAX_RETRIES = 1;
/** What the settings name, joined: the embedded ones always, those over the network where they are configured. */
export async function openConfiguredScreening(
  {
    files,
    media,
    refused,
  }: {
    files: Pick<FileStore, 'read' | 'localPath'>;
    media: Pick<MediaTools, 'lookAtPicture' | 'lookAtFrames'>;
    refused: RefusedPictureStore;
  },
  config: Config,
): Promise<Screening> {
  const readFile = async (file: { sha256: string }) => buffer(await files.read(file));
  const looks = createLookOnce({ media, files });
  const parts = [
    screeningAdapters.rules({ publicFigures: config.PUBLIC_FIGURES?.split(',') ?? [] }),
    screeningAdapters.look(),
    ...(config.PICTURE_CHECK === 'on' ? [screeningAdapters.nudity({ looks, ownDrawings: ['storyboard'] })] : []),
    screeningAdapters['refused-pictures']({ looks, refused }),
    ...(await networkScreenings(config, readFile)),
  ];
  return createSwitchedScreening(
    createJoinedScreening(parts, { timeoutMs: DEADLINE_MS, clipTimeoutMs: CLIP_DEADLINE_MS }),
    config.POLICY_SWITCHES ?? new Map(),
  );
}

/** Those that send prompts to another machine, where they are configured. */
export async function networkScreenings(config: Config, readFile: ReadFile): Promise<Screening[]> {
  const screenings: Screening[] = [];
  if (config.OPENAI_API_KEY) {
    const moderation = await screeningAdapters['openai-moderation']({
      url: config.OPENAI_BASE_URL,
      key: config.OPENAI_API_KEY,
      model: config.MODERATION_MODEL,
      reviewAt: config.MODERATION_REVIEW_AT,
      refuseAt: config.MODERATION_REFUSE_AT,
      readFile,
      maxRetries: MAX_RETRIES,
    });
    screenings.push(moderation);
  }
  if (config.OPENAI_API_KEY || config.JUDGE_URL) {
    const judge = await screeningAdapters['policy-judge']({
      ...modelServer({ url: config.JUDGE_URL, key: config.JUDGE_KEY }, config),
      model: config.JUDGE_MODEL,
      readFile,
      maxRetries: MAX_RETRIES,
    });
    screenings.push(judge);
  }
  return screenings;
}
