import { readFileSync } from 'node:fs';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { PICTURE_LIMITS } from './picture-limits.ts';

const ICON = readFileSync(new URL('../app/public/icon.svg', import.meta.url));

/** Routes read a form part by part, so its shape is told here and not by a schema that would check it. */
const POST_FORM = {
  type: 'object',
  required: ['text'],
  properties: {
    text: { type: 'string', maxLength: 2000 },
    locale: { type: 'string', enum: ['en', 'ar'] },
    inReplyTo: { type: 'string' },
    picture: { type: 'string', format: 'binary', description: `At most ${PICTURE_LIMITS.maxBytes} bytes` },
  },
};

/** The interface's own description at `/api/docs`, for people, and at `/api/docs/json` as OpenAPI 3.1. */
export async function describeInterface(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Open Call',
        version: '1',
        description:
          'Ask for a clip, watch it being made, vote. Writing needs the header `x-open-call: 1`. ' +
          'Every error is a problem with a code and a sentence in the language of `Accept-Language`.',
      },
    },
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input);
      if (url === '/*') return { schema: { ...schema, hide: true }, url };
      return { schema: schema.consumes ? { ...schema, body: POST_FORM } : schema, url };
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    logo: { type: 'image/svg+xml', content: ICON, href: '/', target: '_self' },
    theme: { favicon: [{ filename: 'icon.svg', rel: 'icon', type: 'image/svg+xml', sizes: 'any', content: ICON }] },
    staticCSP: {
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    },
    uiConfig: { validatorUrl: null, requestInterceptor: undefined },
  });
}
