import type { App } from './compose.ts';
import type { Config } from './config.ts';
import { isInBucket } from './configured-files.ts';

/** What a person sees when the app is up: where to go, and what it stands on. */
export function startLines(app: App, config: Config, curatorLink: string | null): string[] {
  const { store, redis, engine, screening, platforms } = app.parts;
  const pages = app.url
    ? [
        '',
        '  Open Call is up.',
        '',
        `  The room         ${app.url}/`,
        `  The results      ${app.url}/results`,
        `  The review desk  ${curatorLink ?? `${app.url}/desk`}`,
        ...(curatorLink ? ['                   (signs you in once; a new link is printed at each start)'] : []),
        `  The interface    ${app.url}/api/docs`,
      ]
    : ['', `  Open Call is up: ${config.roles.join(', ')}.`];
  const standsOn = [
    ['records', store.description, config.DATABASE_URL !== undefined],
    ...(redis ? [['queue', redis.description, config.REDIS_URL !== undefined]] : []),
    ['people', platforms.map(({ id }) => id).join(', '), false],
    ['engine', engine.id, config.ENGINE !== 'storyboard'],
    ['screening', screening.id, config.OPENAI_API_KEY !== undefined || config.JUDGE_URL !== undefined],
    [
      'files',
      ...(isInBucket(config) ? [`bucket ${config.S3_BUCKET}`, true] : [`folder ${config.dataDirectory}`, false]),
    ],
  ] as [string, string, boolean][];
  return [
    ...pages,
    '',
    ...standsOn.map(
      ([part, what, configured]) => `  ${part.padEnd(10)} ${what} (${configured ? 'configured' : 'embedded'})`,
    ),
    '',
    '  Ctrl-C stops it.',
    '',
  ];
}
