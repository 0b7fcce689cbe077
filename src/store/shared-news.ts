import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createLocalNews, type News, TOPICS, type Topic } from './news.ts';

const CHANNEL = 'open_call';
/** Other processes hear at most this often per process: a notification inside each commit would make commits queue up. */
const TELL_EVERY_MS = 15;
/** A net under it all: what was not announced, since its process was killed or the line was cut, is read after this. */
const LOOK_EVERY_MS = 2000;
const RECONNECT_MS = { first: 100, longest: 5000 };

export interface SharedNews extends News {
  close(): Promise<void>;
}

/**
 * News between processes by LISTEN and NOTIFY. PostgreSQL lets commits that notify wait for each other, so the news is
 * sent behind the commits and gathered, not within them.
 */
export function createSharedNews(databaseUrl: string, notify: (payloads: string[]) => Promise<void>): SharedNews {
  const local = createLocalNews();
  const us = randomUUID();
  const toTell = new Set<Topic>();
  let telling: NodeJS.Timeout | null = null;
  let listener: pg.Client | null = null;
  let reconnecting: NodeJS.Timeout | undefined;
  let backOffMs = RECONNECT_MS.first;
  let closed = false;

  async function tell() {
    const topics = [...toTell];
    toTell.clear();
    // What cannot be told now is found by the others' own look.
    await notify(topics.map((topic) => `${us} ${topic}`)).catch(() => {});
    telling = null;
    if (toTell.size > 0) tellSoon();
  }
  function tellSoon() {
    telling ??= setTimeout(tell, TELL_EVERY_MS).unref();
  }

  async function connect() {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'open-call news' });
    let lost = false;
    const reconnect = () => {
      if (lost || closed) return;
      lost = true;
      listener = null;
      client.end().catch(() => {});
      reconnecting = setTimeout(connect, backOffMs).unref();
      backOffMs = Math.min(backOffMs * 2, RECONNECT_MS.longest);
    };
    client.on('error', reconnect);
    client.on('end', reconnect);
    client.on('notification', ({ payload = '' }) => {
      const [sender, topic] = payload.split(' ');
      if (sender !== us) local.publish(...TOPICS.filter((each) => each === topic));
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      return reconnect();
    }
    if (closed) return client.end().catch(() => {});
    listener = client;
    backOffMs = RECONNECT_MS.first;
    local.publish(...TOPICS);
  }

  void connect();
  const looking = setInterval(() => local.publish(...TOPICS), LOOK_EVERY_MS).unref();

  return {
    on: local.on,
    publish(...topics) {
      if (topics.length === 0) return;
      local.publish(...topics);
      for (const topic of topics) toTell.add(topic);
      tellSoon();
    },
    async close() {
      closed = true;
      clearInterval(looking);
      clearTimeout(reconnecting);
      if (telling) clearTimeout(telling);
      await listener?.end().catch(() => {});
    },
  };
}

export const NOTIFY = {
  name: 'notify',
  text: `select pg_notify('${CHANNEL}', payload) from unnest($1::text[]) as payload`,
};
