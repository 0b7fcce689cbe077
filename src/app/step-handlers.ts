import { createReadStream } from 'node:fs';
import type { Logger } from 'pino';
import { createDeliverClip } from '../bots/deliver-clip.ts';
import type { Platforms } from '../bots/platforms.ts';
import { createRemoveReply } from '../bots/remove-reply.ts';
import { createEnginesFor } from '../generation/engines-for.ts';
import { createMakeSmaller } from '../generation/finishing/make-smaller.ts';
import type { Purse } from '../generation/money/purse.ts';
import type { WriteFor } from '../generation/script/tell-in-known-words.ts';
import { writeScreened } from '../generation/script/write-screened.ts';
import { createCancelShot } from '../generation/steps/cancel-shot.ts';
import { createCheckShot } from '../generation/steps/check-shot.ts';
import { createDownloadShot } from '../generation/steps/download-shot.ts';
import { createDrawPreview } from '../generation/steps/draw-preview.ts';
import { createFinishClip } from '../generation/steps/finish-clip.ts';
import { createLastPicture } from '../generation/steps/last-picture.ts';
import { createMakeStill, type MakeStillDependencies } from '../generation/steps/make-still.ts';
import { createMakeVersions } from '../generation/steps/make-versions.ts';
import { createStartClip } from '../generation/steps/start-clip.ts';
import { createStartShot } from '../generation/steps/start-shot.ts';
import { createTakeInPicture } from '../media/take-in-picture.ts';
import { createScreenClip } from '../moderation/screening/screen-clip.ts';
import { createScreenPrompt, promptSubject } from '../moderation/screening/screen-prompt.ts';
import type { StepHandlers } from '../queue/step-handler.ts';
import type { Clock } from '../requests/index.ts';
import type { Config } from './config.ts';
import { makesStillsByItself } from './configured-stills.ts';
import { createErrorLog } from './disk-full.ts';
import { enginesIn } from './engines-in.ts';
import { openPurse } from './open-purse.ts';
import type { Parts } from './parts.ts';

/** Who does each step of work. */
export function stepHandlers(
  parts: Parts,
  platforms: Platforms,
  { config, clock, logger }: { config: Config; clock: Clock; logger: Logger },
): StepHandlers {
  const { store, files, media, voices, bed, screening } = parts;
  const { knownClips } = store;
  const engines = enginesIn(parts);
  const enginesFor = createEnginesFor({ engines, calls: store.calls });
  const writeFor = writingFor(parts, logger);
  const purse = openPurse(store, { config, clock });
  const renditionsFor = (platform: string) => platforms.byId(platform)?.limits.rendition ?? null;
  return {
    'screen-prompt': createScreenPrompt({
      screening,
      writeScript: async (request, verdict) => writeFor(request, verdict, await enginesFor(request.callId)),
      stillsToo: makesStillsByItself(config),
    }),
    'draw-preview': createDrawPreview({ storyboard: parts.storyboard, files, media }),
    'make-still': createMakeStill(stillMaking(parts, { purse, clock })),
    'start-clip': createStartClip({
      engines,
      calls: store.calls,
      house: store.house,
      purse,
      stillThere: platforms.stillThere,
      writeFor,
    }),
    'start-shot': createStartShot({
      engines,
      purse,
      requests: store.requests,
      lastPicture: createLastPicture({ files, media }),
      writeFor,
    }),
    'check-shot': createCheckShot({ engines, clock }),
    'download-shot': createDownloadShot({ engines, files, takeInStill: stillTaking(parts) }),
    'cancel-shot': createCancelShot({ engines }),
    'finish-clip': createFinishClip({ engines, files, media, voices, bed, knownClips, renditionsFor }),
    'screen-clip': createScreenClip({ screening }),
    deliver: createDeliverClip({
      platforms,
      ownPosts: store.ownPosts,
      requests: store.requests,
      clock,
      makeSmaller: createMakeSmaller({ files, media }),
    }),
    'make-versions': createMakeVersions({ files, media, knownClips, wanted: config.WEB_VERSIONS === 'on' }),
    'remove-reply': createRemoveReply({ platforms, ownPosts: store.ownPosts }),
  };
}

/** In bytes. */
const LARGEST_STILL = 50_000_000;

/** Null where it is no picture. */
function stillTaking({ files, media }: Pick<Parts, 'files' | 'media'>): MakeStillDependencies['takeIn'] {
  const takeInPicture = createTakeInPicture({ files, media });
  return async (path, signal) => {
    const taken = await takeInPicture(createReadStream(path), { maxBytes: LARGEST_STILL }, { signal });
    return taken.outcome === 'taken' ? taken.file : null;
  };
}

function stillMaking(
  { stillMaker: maker, files, media, screening, ...parts }: Parts,
  { purse, clock }: { purse: Purse; clock: Clock },
): MakeStillDependencies {
  return {
    maker,
    engines: enginesIn(parts).from(null),
    ...{ purse, files, clock },
    takeIn: stillTaking({ files, media }),
    screen: ({ options, locale }, prompt, picture) =>
      screening.screenPrompt(promptSubject({ prompt, options, picture, locale })),
  };
}

function writingFor(parts: Parts, logger: Logger): WriteFor {
  const { writer, screening } = parts;
  if (writer === null) return async () => null;
  const onError = createErrorLog(logger)('The shots of a prompt could not be written; they are read from it instead');
  return (asked, verdict, engines) => {
    const { options, locale } = asked;
    const screen = (prompt: string) =>
      screening.screenPrompt({ prompt, style: options.style ?? null, picture: null, locale });
    return writeScreened({ writer, engines, screen, onError }, asked, verdict);
  };
}
