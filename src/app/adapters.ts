import type { DiscordPlatformDependencies } from '../bots/discord/discord-platform.ts';
import type { DiscordSignInOptions } from '../bots/discord/signing-in/discord-sign-in.ts';
import { createFilePlatform } from '../bots/file/file-platform.ts';
import { createRoomAnnouncer } from '../bots/room/room-announcer.ts';
import { createRoomPlatform } from '../bots/room/room-platform.ts';
import type { XSignInOptions } from '../bots/x/signing-in/x-sign-in.ts';
import type { XPlatformDependencies } from '../bots/x/x-platform.ts';
import type { AiSdkSettings } from '../generation/engines/ai-sdk/open-ai-sdk.ts';
import type { OpenaiVideosSettings } from '../generation/engines/openai-videos/open-openai-videos.ts';
import type { RunwaySettings } from '../generation/engines/runway/open-runway.ts';
import { createStoryboardBed } from '../generation/engines/storyboard/sound/storyboard-bed.ts';
import { createStoryboardEngine } from '../generation/engines/storyboard/storyboard-engine.ts';
import { createFliteSpeech } from '../generation/speech/flite/flite-speech.ts';
import type { OpenaiSpeechSettings } from '../generation/speech/openai-speech/openai-speech.ts';
import type { AiSdkStillsSettings } from '../generation/still-makers/ai-sdk/ai-sdk-stills.ts';
import type { OpenaiImagesSettings } from '../generation/still-makers/openai-images/openai-images.ts';
import type { ModelSettings } from '../models/ask-in-form.ts';
import { createLookScreening } from '../moderation/screening/look/look-screening.ts';
import { createNudityScreening } from '../moderation/screening/nudity/nudity-screening.ts';
import type { ModerationSettings } from '../moderation/screening/openai-moderation/openai-moderation.ts';
import type { JudgeSettings } from '../moderation/screening/policy-judge/policy-judge.ts';
import { createRefusedPicturesScreening } from '../moderation/screening/refused-pictures/refused-pictures-screening.ts';
import { createRulesScreening } from '../moderation/screening/rules/rules-screening.ts';

/** Every adapter there is, by the name of its folder. A new one is a folder and a line here. */
export const platformAdapters = {
  room: createRoomPlatform,
  file: createFilePlatform,
  discord: loadDiscordPlatform,
  x: loadXPlatform,
};
export const engineAdapters = {
  storyboard: createStoryboardEngine,
  'openai-videos': loadOpenaiVideos,
  'ai-sdk': loadAiSdk,
  runway: loadRunway,
};
export const speechAdapters = { flite: createFliteSpeech, 'openai-speech': loadOpenaiSpeech };
export const screeningAdapters = {
  rules: createRulesScreening,
  look: createLookScreening,
  nudity: createNudityScreening,
  'refused-pictures': createRefusedPicturesScreening,
  'openai-moderation': loadOpenaiModeration,
  'policy-judge': loadPolicyJudge,
};

export const writerAdapters = { openai: loadOpenaiWriter };
export const translatorAdapters = { openai: loadOpenaiTranslator };
/** By the name of the platform whose accounts are signed in with. */
export const signInAdapters = { discord: loadDiscordSignIn, x: loadXSignIn };
export const stillAdapters = { 'openai-images': loadOpenaiImages, 'ai-sdk': loadAiSdkStills };
export { createRoomAnnouncer, createStoryboardBed };

/** A large library comes with it: read from the disk only where it is wanted. */
async function loadDiscordPlatform(dependencies: DiscordPlatformDependencies) {
  const { createDiscordPlatform } = await import('../bots/discord/discord-platform.ts');
  return createDiscordPlatform(dependencies);
}

async function loadDiscordSignIn(options: DiscordSignInOptions) {
  const { createDiscordSignIn } = await import('../bots/discord/signing-in/discord-sign-in.ts');
  return createDiscordSignIn(options);
}

async function loadXPlatform(dependencies: XPlatformDependencies) {
  const { createXPlatform } = await import('../bots/x/x-platform.ts');
  return createXPlatform(dependencies);
}

async function loadXSignIn(options: XSignInOptions) {
  const { createXSignIn } = await import('../bots/x/signing-in/x-sign-in.ts');
  return createXSignIn(options);
}

async function loadOpenaiVideos(settings: OpenaiVideosSettings) {
  const { openOpenaiVideos } = await import('../generation/engines/openai-videos/open-openai-videos.ts');
  return openOpenaiVideos(settings);
}

async function loadAiSdk(settings: AiSdkSettings) {
  const { openAiSdk } = await import('../generation/engines/ai-sdk/open-ai-sdk.ts');
  return openAiSdk(settings);
}

async function loadRunway(settings: RunwaySettings) {
  const { openRunway } = await import('../generation/engines/runway/open-runway.ts');
  return openRunway(settings);
}

async function loadOpenaiWriter(settings: ModelSettings) {
  const { createOpenaiWriter } = await import('../generation/writers/openai/openai-writer.ts');
  return createOpenaiWriter(settings);
}

async function loadOpenaiImages(settings: OpenaiImagesSettings) {
  const { createOpenaiImages } = await import('../generation/still-makers/openai-images/openai-images.ts');
  return createOpenaiImages(settings);
}

async function loadAiSdkStills(settings: AiSdkStillsSettings) {
  const { createAiSdkStills } = await import('../generation/still-makers/ai-sdk/ai-sdk-stills.ts');
  return createAiSdkStills(settings);
}

async function loadOpenaiModeration(settings: ModerationSettings) {
  const { createOpenaiModeration } = await import('../moderation/screening/openai-moderation/openai-moderation.ts');
  return createOpenaiModeration(settings);
}

async function loadOpenaiTranslator(settings: ModelSettings) {
  const { createOpenaiTranslator } = await import('../moderation/translators/openai/openai-translator.ts');
  return createOpenaiTranslator(settings);
}

async function loadPolicyJudge(settings: JudgeSettings) {
  const { createPolicyJudge } = await import('../moderation/screening/policy-judge/policy-judge.ts');
  return createPolicyJudge(settings);
}

/** Reads what the rules say, which takes longer than the rest of a start, before somebody waits for it. */
export async function readRulesAhead(): Promise<void> {
  await import('../moderation/screening/rules/find-in-text.ts');
}

async function loadOpenaiSpeech(settings: OpenaiSpeechSettings) {
  const { createOpenaiSpeech } = await import('../generation/speech/openai-speech/openai-speech.ts');
  return createOpenaiSpeech(settings);
}
