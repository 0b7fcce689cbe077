import { at, event, livesThrough } from './support/live-through.ts';

livesThrough(
  {
    'after the clip is saved, before it is sent': [at('store.requests.save', 'after', event('clip-finished'))],
    'around the reply, before it is saved': [
      at('store.ownPosts.intend', 'after', event('clip')),
      at('platforms.room.publish', 'before', event('clip')),
      at('platforms.room.publish', 'after', event('clip')),
      at('store.ownPosts.posted', 'after', '"c.'),
      at('store.requests.save', 'before', event('reply-posted')),
      at('store.requests.save', 'after', event('reply-posted')),
    ],
    'around a status post': [at('platforms.room.publish', 'after', event('status'))],
    'while counting a vote': [at('store.votes.cast', 'before'), at('store.votes.cast', 'after')],
  },
  { instant: true },
);
