import { at, event, livesThrough } from './support/live-through.ts';

livesThrough({
  'around the start at the engine, before its operation is saved': [
    at('engine.start', 'before'),
    at('engine.start', 'after'),
    at('store.requests.save', 'before', event('shot-started')),
  ],
  'while polling': [at('engine.check', 'before', undefined, 2)],
  'while downloading': [
    at('engine.download', 'before'),
    at('engine.download', 'after'),
    at('files.putFile', 'after'),
    at('store.requests.save', 'after', event('shot-downloaded')),
  ],
  'while encoding': [at('media.probe', 'after'), at('media.drawStills', 'after')],
});
