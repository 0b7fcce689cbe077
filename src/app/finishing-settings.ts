import { z } from 'zod';
import { url, wholeNumber } from './kinds-of-setting.ts';

/** The settings of what is made of the shots. */
export const finishingSettings = {
  S3_BUCKET: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Bucket for all files, at Amazon S3 or a service that speaks it; without it, or without its keys, a folder in `DATA_DIR`.',
    ),
  S3_ACCESS_KEY_ID: z.string().min(1).optional().describe('Who may read, write and delete in `S3_BUCKET`.'),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('The secret to `S3_ACCESS_KEY_ID`.'),
  S3_REGION: z.string().min(1).default('auto').describe('Region of the bucket.'),
  S3_ENDPOINT: url('http', 'https').optional().describe("Address of a service other than Amazon's."),
  S3_PREFIX: z
    .string()
    .default('')
    .describe(
      'What stands before every key, e.g. `open-call/`; two that share a bucket need one each, or they let go of each other’s files.',
    ),
  S3_NEAR_GIB: wholeNumber(1, 100_000)
    .default(10)
    .describe('How much of a bucket lies in `DATA_DIR` too, for work on it, in GiB.'),
  KEEP_UNUSED_DAYS: wholeNumber(1, 100_000)
    .default(7)
    .describe(
      'So long, in days, files are kept that nothing needs any more: shots of finished clips, clips that were made anew, previews.',
    ),
  KEEP_DECLINED_DAYS: wholeNumber(1, 100_000)
    .default(90)
    .describe('So long, in days, the pictures of requests are kept that were refused or declined.'),
  WEB_VERSIONS: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Whether each clip is made as AV1 and as a moving preview for the pages, after its reply.'),
  MARK: z
    .enum(['on', 'off'])
    .default('off')
    .describe(
      'Whether what goes out shows a small “AI” in its upper right corner. Curators see the clip without it. Every clip is then encoded once more.',
    ),
  CREDENTIALS: z
    .enum(['on', 'off'])
    .default('on')
    .describe(
      'Whether what goes out is signed (C2PA): the engine, a hash of the prompt, that it is made by a machine.',
    ),
  CREDENTIALS_CHAIN: z
    .string()
    .min(1)
    .optional()
    .describe(
      'File with the certificates to sign with (PEM, ECDSA P-256), the own one first. Without it one is made, for trying: readers do not know it.',
    ),
  CREDENTIALS_KEY: z.string().min(1).optional().describe('File with the key of `CREDENTIALS_CHAIN` (PEM, PKCS 8).'),
  SPEECH_URL: url('http', 'https')
    .optional()
    .describe(
      "Address of a voice that speaks OpenAI's API, with its version, e.g. `http://127.0.0.1:8880/v1`. Without it the embedded one speaks, English only.",
    ),
  SPEECH_KEY: z.string().min(1).optional().describe("The voice's key; servers of one's own mostly want none."),
  SPEECH_MODEL: z.string().min(1).default('tts-1').describe('The model of the voice at `SPEECH_URL`.'),
  SPEECH_VOICE: z.string().min(1).default('alloy').describe('Which of its voices speaks.'),
};
