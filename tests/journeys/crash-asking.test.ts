import { at, event, livesThrough } from './support/live-through.ts';

livesThrough(
  {
    'after the platform sent the event, before it is stored': [at('store.requests.create', 'before')],
    'after it is stored, before the listener knows': [at('store.requests.create', 'after')],
    'after the approval is saved, before it is queued': [at('store.requests.save', 'after', event('approved'))],
    'after it is queued, before it is taken': [at('store.work.take', 'before'), at('store.work.take', 'after')],
    'before and after the intent to start is saved': [
      at('store.requests.save', 'before', event('shot-intended')),
      at('store.requests.save', 'after', event('shot-intended')),
    ],
  },
  { instant: true },
);
