/** What was committed: entries of the history, work, events in the room, claims, what operators set, decisions that wait, troubles, translations. */
export const TOPICS = ['history', 'work', 'room', 'claims', 'house', 'decisions', 'troubles', 'translations'] as const;
export type Topic = (typeof TOPICS)[number];

/** Tells followers in this process, and on PostgreSQL those in others, that there is something new to read. */
export interface News {
  publish(...topics: Topic[]): void;
  on(topic: Topic, callback: () => void): () => void;
}

/** News within one process; however many commits one turn of the event loop brings, each follower is called once. */
export function createLocalNews(): News {
  const followers = new Set<{ topic: Topic; callback: () => void }>();
  const fresh = new Set<Topic>();

  function tell() {
    const topics = new Set(fresh);
    fresh.clear();
    for (const { topic, callback } of [...followers]) if (topics.has(topic)) callback();
  }

  return {
    publish(...topics) {
      if (topics.length === 0) return;
      if (fresh.size === 0) setImmediate(tell);
      for (const topic of topics) fresh.add(topic);
    },
    on(topic, callback) {
      const follower = { topic, callback };
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}
