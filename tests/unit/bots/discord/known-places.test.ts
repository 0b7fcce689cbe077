import { expect, it } from 'vitest';
import { createKnownPlaces } from '../../../../src/bots/discord/hearing/known-places.ts';

const channel = (id: string) => ({ id, guild_id: 'g', type: 0, name: id });

it('speaks of what is gone by its name, of the longest gone no more', () => {
  const places = createKnownPlaces();
  const learn = (t: string, d: object) => places.learn({ t, d } as never);
  learn('GUILD_CREATE', { id: 'g', name: 'Harbour', preferred_locale: 'en', channels: [channel('there')] });
  for (let each = 0; each <= 1000; each += 1) {
    learn('CHANNEL_CREATE', channel(`c${each}`));
    learn('CHANNEL_DELETE', channel(`c${each}`));
  }
  expect(places.nameOf('c0')).toBeNull();
  expect(places.nameOf('c1000')).toBe('#c1000 · Harbour');
  expect(places.nameOf('there')).toBe('#there · Harbour');
});
