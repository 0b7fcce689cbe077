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
  const standsOn: [string, string][] = [
    ['records', from(store.description, config.DATABASE_URL !== undefined)],
    ...(redis ? [['queue', from(redis.description, config.REDIS_URL !== undefined)] as [string, string]] : []),
    ['people', platforms.map(({ id }) => from(id, id !== 'room')).join(', ')],
    ['engine', from(engine.id, config.ENGINE !== 'storyboard')],
    ['screening', from(screening.id, config.OPENAI_API_KEY !== undefined || config.JUDGE_URL !== undefined)],
    [
      'files',
      isInBucket(config) ? from(`bucket ${config.S3_BUCKET}`, true) : from(`folder ${config.dataDirectory}`, false),
    ],
  ];
  return [
    ...pages,
    '',
    ...standsOn.map(([part, what]) => `  ${part.padEnd(10)} ${what}`),
    '',
    '  Ctrl-C stops it.',
    '',
  ];
}

function from(what: string, configured: boolean): string {
  return `${what} (${configured ? 'configured' : 'embedded'})`;
}
