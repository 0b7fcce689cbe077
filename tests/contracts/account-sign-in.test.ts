import { createServedServers } from '../../src/bots/discord/servers/served-servers.ts';
import { createDiscordSignIn } from '../../src/bots/discord/signing-in/discord-sign-in.ts';
import { createXSignIn } from '../../src/bots/x/signing-in/x-sign-in.ts';
import type { Store } from '../../src/store/store.ts';
import { createDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { TOKEN } from '../simulators/x/sign-in.ts';
import { createXSimulator } from '../simulators/x/x-simulator.ts';
import { openTestWeb } from '../unit/web/open-test-web.ts';
import { accountSignInContract, type Person, type SignInStage } from './account-sign-in.ts';

type Choice = 'allow' | 'deny';

/** Both are set up, as where an answer of one might be brought to the other. */
async function openBoth() {
  let time: Date | null = null;
  const clock = () => time ?? new Date();
  // Nobody signs in as often as these tests do on a quick machine.
  const discord = await createDiscordSimulator({ clock, routeLimit: null, globalLimit: { count: 1000, perMs: 1000 } });
  const x = await createXSimulator({ clock, callbackUrls: [] });
  const base = await openTestWeb();
  const discordWith = (clientSecret: string, { discordServers }: Store = base.store) =>
    createDiscordSignIn({
      ...{ token: discord.token, clientSecret, apiUrl: discord.url, authorizeUrl: discord.authorizeUrl },
      servers: createServedServers({ store: discordServers, named: [] }),
    });
  const xWith = (clientSecret: string, { x: records }: Store = base.store) =>
    createXSignIn({
      ...{ clientId: x.keys.clientId, clientSecret, apiUrl: x.url, authorizeUrl: x.authorizeUrl },
      ...{ records, dailyDollars: 5, clock },
    });
  const signIns = [discordWith(discord.clientSecret), xWith(x.keys.clientSecret)];
  const web = await openTestWeb({ signIns, clock }, base);
  discord.redirectUris.push(`${web.url}/sign-in/discord`);
  x.callbackUrls.push(`${web.url}/sign-in/x`);
  return {
    ...{ discord, x, web, discordWith, xWith },
    setTime: (to: Date | null) => {
      time = to;
    },
    async close() {
      await web.close();
      await base.close();
      await discord.close();
      await x.close();
      const broken = [...discord.violations, ...x.violations];
      if (broken.length > 0) throw new Error(broken.join('\n'));
    },
  };
}

async function pressAt(address: string, { id }: Person, choice: Choice): Promise<string> {
  const body = new URLSearchParams({ do: choice, user: id });
  return (await fetch(address, { method: 'POST', body, redirect: 'manual' })).headers.get('location') ?? '';
}

accountSignInContract('discord', async (): Promise<SignInStage> => {
  const { discord, web, discordWith, setTime, close } = await openBoth();
  return {
    ...{ web, setTime, close },
    scopes: ['identify'],
    secretsIn(text) {
      const tokens = discord.requests('POST /oauth2/token').map(({ answer }) => answer as { access_token?: string });
      const secrets = [discord.clientSecret, ...tokens.map(({ access_token }) => access_token ?? '')];
      return secrets.filter((secret) => secret !== '' && text.includes(secret));
    },
    openTokens: () => discord.grants.tokens.size,
    adapterWith: (secret) => discordWith(secret),
    addPerson(name) {
      const user = discord.world.addUser(name);
      return { id: user.id, name: user.displayName };
    },
    press: pressAt,
    failAt: (question) =>
      discord.faults.arm(
        question === 'the code'
          ? { method: 'POST', route: /^\/oauth2\/token$/ }
          : { method: 'GET', route: '/users/@me' },
        { kind: 'status', status: 503 },
      ),
  };
});

accountSignInContract('x', async (): Promise<SignInStage> => {
  const { x, web, xWith, setTime, close } = await openBoth();
  return {
    ...{ web, setTime, close },
    scopes: ['tweet.read', 'users.read'],
    secretsIn: (text) => [
      ...(text.match(/(access|refresh)-[\w-]{32}/g) ?? []),
      ...(text.includes(x.keys.clientSecret) ? [x.keys.clientSecret] : []),
    ],
    openTokens: () => x.grants.all().length,
    adapterWith: (secret) => xWith(secret),
    addPerson(name) {
      const { id } = x.addUser(name.toLowerCase().replace(' ', '_'), name);
      return { id, name };
    },
    press: pressAt,
    failAt: (question) =>
      x.faults.arm(
        question === 'the code' ? { method: 'POST', route: TOKEN } : { method: 'GET', route: '/2/users/me' },
        {
          kind: 'status',
          status: 503,
        },
      ),
  };
});
