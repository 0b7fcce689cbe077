import { expect, it } from 'vitest';
import { newServer } from '../../src/bots/discord/servers/discord-server.ts';
import { NO_HOUSE_RULES } from '../../src/calls/house-rules.ts';
import { NOW } from '../samples/requests.ts';
import { waitUntil } from '../services.ts';
import type { StoreOf } from './store-samples.ts';

export function houseContract(open: StoreOf): void {
  it('house rules are none at first, and change one by one', async () => {
    const { house } = open();
    expect(await house.load()).toEqual(NO_HOUSE_RULES);
    const paused = { by: '@noor', at: NOW };
    await Promise.all([house.change({ paused }), house.change({ limits: { openPerMember: 2 } })]);
    expect(await house.load()).toEqual({ paused, limits: { openPerMember: 2 } });
    expect(await house.change({ paused: null })).toEqual({ paused: null, limits: { openPerMember: 2 } });
    expect(await house.change({ limits: {} })).toEqual(NO_HOUSE_RULES);
  });

  it('servers are kept as they were set up, and one of them is home', async () => {
    const { discordServers, calls } = open();
    const heard = new Set<string>();
    const stops = [discordServers.onNews(() => heard.add('servers')), calls.onNews(() => heard.add('calls'))];
    expect(await discordServers.find('41')).toBeNull();
    const first = { ...newServer('41'), home: true, reviewChannel: '7', curatorRoles: ['1', '2'] };
    await discordServers.save(first);
    await waitUntil(() => heard.size === 2, 'news');
    expect(await discordServers.find('41')).toEqual(first);
    const second = { ...newServer('42'), home: true, blockedRoles: ['3'] };
    await discordServers.save(second);
    expect(await discordServers.list()).toEqual([{ ...first, home: false }, second]);
    await discordServers.save({ ...first, home: false, reviewChannel: null });
    expect((await discordServers.find('41'))?.reviewChannel).toBeNull();
    expect((await discordServers.find('42'))?.home).toBe(true);
    for (const stop of stops) stop();
  });
}
