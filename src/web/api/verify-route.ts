import type { FastifyRequest } from 'fastify';
import type { Known } from '../../generation/provenance/verification.ts';
import type { VerifyFile } from '../../generation/provenance/verify-file.ts';
import { type VerificationView, verificationView } from './contract-of-verifying.ts';
import { clipOf } from './file-access.ts';
import { guardPart } from './guard-part.ts';
import { MEGABYTE } from './picture-limits.ts';
import { refuse } from './refuse.ts';
import { problems } from './route-schemas.ts';
import type { Viewer } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** Of a video that somebody wants verified: more than any clip that goes out. */
const maxBytes = 100 * MEGABYTE;
const REJECTED = {
  'too-large': { code: 'video-too-large', detail: { field: 'video', limit: maxBytes / MEGABYTE } },
  'not-a-video': { code: 'video-not-readable', detail: { field: 'video' } },
  busy: { code: 'unavailable', detail: {} },
  none: { code: 'one-video', detail: { field: 'video' } },
} as const;

/** What the form around a video may take, in bytes. */
const AROUND = 64 * 1024;

/** Where a video comes from, for everybody: nothing of it is kept. */
export function addVerifyRoute(app: WebApp, context: WebContext): void {
  const { verifyFile, viewerOf } = context;
  app.post(
    '/api/verify',
    {
      schema: {
        tags: ['results'],
        summary: 'Where a video comes from: its credentials, and whether it is a clip of this installation',
        consumes: ['multipart/form-data'],
        response: { 200: verificationView, ...problems },
      },
    },
    async (request, reply) => {
      if (!request.isMultipart()) return refuse(reply, 'wrong-type');
      const tooLong = Number(request.headers['content-length'] ?? 0) > maxBytes + AROUND;
      const verified = tooLong ? 'too-large' : await verifySent(request, verifyFile);
      if (typeof verified === 'string') {
        const { code, detail } = REJECTED[verified];
        return refuse(reply, code, detail);
      }
      const { credentials, known } = verified;
      return { credentials, known: known && (await describe(known, await viewerOf(request), context)) };
    },
  );
}

async function verifySent(request: FastifyRequest, verifyFile: VerifyFile) {
  const part = await request.file({ limits: { fileSize: maxBytes + 1, files: 1, fields: 0, parts: 1 } });
  if (part?.fieldname !== 'video') {
    part?.file.resume();
    return 'none';
  }
  const verification = await verifyFile(guardPart(part.file, request.raw), { maxBytes });
  return verification.outcome === 'verified' ? verification : verification.reason;
}

/** Of a clip that not everybody may see nothing is shown but that it is ours. */
async function describe(
  { requestId, by, sureness, share }: Known,
  viewer: Viewer,
  { requests, readRequestViews }: WebContext,
): Promise<VerificationView['known']> {
  const request = await requests.find(requestId);
  const clip = request && clipOf(request);
  if (!request || !clip) return null;
  const delivered = request.state === 'delivered';
  const [view] = delivered ? await readRequestViews([request], viewer) : [];
  return {
    ...{ by, sureness, share },
    engine: clip.engine,
    promptHash: clip.promptHash ?? null,
    deliveredAt: delivered ? request.deliveredAt : null,
    clip: view?.clip ?? null,
  };
}
