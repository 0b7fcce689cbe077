/** What was committed: entries of the history, work, events in the room, claims, what operators set, decisions that wait, troubles, translations. */
export type Topic = 'history' | 'work' | 'room' | 'claims' | 'house' | 'decisions' | 'troubles' | 'translations';

export const TOPICS = [
  'history',
  'work',
  'room',
  'claims',
  'house',
  'decisions',
  'troubles',
  'translations',
] as const satisfies readonly Topic[];

/** Tells followers in this process, and on PostgreSQL those in others, that there is something new to read. */
export interface News {
  publish(...topics: Topic[]): void;
  on(topic: Topic, callback: () => void): () => void;
}

/** News within one process; however many commits one turn of the event loop brings, each follower is called once. */
export function createLocalNews(): News {
  const followers: Record<Topic, Set<() => void>> = {
    history: new Set(),
    work: new Set(),
    room: new Set(),
    claims: new Set(),
    house: new Set(),
    decisions: new Set(),
    troubles: new Set(),
    translations: new Set(),
  };
  const fresh = new Set<Topic>();

  function tell() {
    const topics = [...fresh];
    fresh.clear();
    for (const topic of topics) for (const callback of [...followers[topic]]) callback();
  }

  return {
    publish(...topics) {
      if (topics.length === 0) return;
      if (fresh.size === 0) setImmediate(tell);
      for (const topic of topics) fresh.add(topic);
    },
    on(topic, callback) {
      const follower = () => callback();
      followers[topic].add(follower);
      return () => followers[topic].delete(follower);
    },
  };
}
