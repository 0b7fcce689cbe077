import type { Speech } from '../generation/speech/speech.ts';
import { speechAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { NO_KEY } from './no-key.ts';

/** The voice that the settings name, and the embedded one, which speaks where the other cannot be had. */
export async function openConfiguredVoices(config: Config): Promise<Speech[]> {
  const embedded = speechAdapters.flite();
  if (!config.SPEECH_URL) return [embedded];
  const configured = await speechAdapters['openai-speech']({
    url: config.SPEECH_URL,
    key: config.SPEECH_KEY ?? NO_KEY,
    model: config.SPEECH_MODEL,
    voice: config.SPEECH_VOICE,
  });
  return [configured, embedded];
}
