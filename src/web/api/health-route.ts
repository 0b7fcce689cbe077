import { z } from 'zod';
import type { WebApp } from './web-app.ts';

export function addHealthRoute(app: WebApp): void {
  const response = { 200: z.object({ status: z.literal('ok') }) };
  app.get('/api/health', { schema: { tags: ['health'], summary: 'Whether it answers', response } }, async () => ({
    status: 'ok' as const,
  }));
}
