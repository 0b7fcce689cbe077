import { type Acting, createActing } from './controls/acting.ts';
import { createWorldControls, type WorldControls } from './controls/world-controls.ts';
import { createWriting, userOf, type Writing } from './controls/writing.ts';
import type { Discord } from './discord.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import { type Extra, listen } from './http-server.ts';
import { answerWithinMs, type Interaction } from './interactions/interaction.ts';
import { createLedger, type Ledger, type Ping, type Violation } from './ledger.ts';
import { renderWhole } from './messages/render-message.ts';
import { createGrants, type Grants } from './oauth/grants.ts';
import { createRestApi } from './rest/rest-api.ts';
import { completeSettings, type DiscordSimulatorSettings } from './settings.ts';
import { createSnowflakes } from './world/create-snowflakes.ts';
import { may } from './world/permissions.ts';
import { type Channel, createWorld, type Member, type Message, type User, type World } from './world/world.ts';

/**
 * Discord, over loopback: REST, gateway and files, with people in it who write and press. What a bot sends and what it is
 * sent are held to Discord's OpenAPI.
 */
export interface DiscordSimulator extends Writing, Acting {
  /** For `DISCORD_API_URL` and discord.js' `rest.api`, without the version: `http://127.0.0.1:…/api`. */
  url: string;
  /** What `/gateway/bot` tells. */
  gatewayUrl: string;
  origin: string;
  token: string;
  /** The application's secret, and the page to sign in at, for `DISCORD_CLIENT_SECRET` and `DISCORD_AUTHORIZE_URL`. */
  clientSecret: string;
  authorizeUrl: string;
  /** To which addresses people are sent back; more may be added. */
  redirectUris: string[];
  /** What people let the application see. */
  grants: Grants;
  bot: User;
  world: WorldControls;
  /** All that there is, to be looked at. */
  all: World;
  gateway: Gateway;
  faults: Faults;
  ledger: Ledger;
  /** What the bot did that Discord does not allow. */
  violations: readonly Violation[];
  /** The channel's messages, oldest first, as a person sees them; without one, all but those for one person alone. */
  visible: (channel: Channel, to?: Member | User) => Message[];
  /** A message as Discord's API would answer it. */
  shown: (message: Message) => Record<string, unknown>;
  /** Whom messages alerted, in order. */
  pings: () => readonly Ping[];
  /** Requests of one operation, e.g. `POST /channels/{channel_id}/messages`. */
  requests: (operation?: string) => Ledger['requests'];
  interactions: () => Interaction[];
  /** Whether the person was told that it failed: no first answer within 3 s. */
  hasFailed: (interaction: Interaction) => boolean;
  /** Waits until something holds, looking again after each change. Throws with what it waited for. */
  until: <Found>(what: string, look: () => Found | null | undefined | false, withinMs?: number) => Promise<Found>;
  /** Waits until a client has said who it is and may be sent events. */
  untilReady: (clients?: number) => Promise<void>;
  /** Serves more beside Discord. */
  serve: (extra: Extra) => void;
  /** Calls after each change; the answer ends it. */
  watch: (watcher: () => void) => () => void;
  /** Ends it. Throws where the simulator itself broke Discord's specification, or failed. */
  close: () => Promise<void>;
}

function createDiscord(settings: ReturnType<typeof completeSettings>): Discord {
  const nextId = createSnowflakes(settings.clock);
  const { botName } = settings;
  const bot: User = {
    id: nextId(),
    username: botName,
    displayName: botName,
    bot: true,
    locale: 'en-US',
    closed: false,
  };
  const watchers = new Set<() => void>();
  return {
    settings,
    world: createWorld(bot),
    ledger: createLedger(),
    interactions: new Map(),
    grants: createGrants(settings.clock),
    nonces: new Map(),
    nextId,
    now: () => settings.clock().getTime(),
    origin: () => '',
    emit: () => {},
    oldEdits: () => true,
    sessionStartsLeft: () => settings.sessionStarts,
    leaveGuild: () => {},
    changed: () => {
      for (const watcher of [...watchers]) watcher();
    },
    watchers,
  };
}

export async function createDiscordSimulator(given: DiscordSimulatorSettings = {}): Promise<DiscordSimulator> {
  const settings = completeSettings(given);
  const discord = createDiscord(settings);
  const { ledger } = discord;
  const gateway = createGateway(discord);
  const faults = createFaults();
  const api = createRestApi(discord, faults);
  let extra: Extra = () => false;
  const server = await listen(discord, api, gateway, () => extra);
  const { origin } = server;
  discord.origin = () => origin;
  discord.emit = gateway.sessions.emit;
  discord.sessionStartsLeft = gateway.startsLeft;
  discord.oldEdits = (channelId) => api.allowances.take(`old edits ${channelId}`, settings.oldEdits).taken;

  const simulator: DiscordSimulator = {
    ...createWriting(discord),
    ...createActing(discord),
    url: `${origin}/api`,
    gatewayUrl: `${origin.replace('http', 'ws')}/gateway`,
    origin,
    token: settings.token,
    clientSecret: settings.clientSecret,
    authorizeUrl: `${origin}/oauth2/authorize`,
    redirectUris: settings.redirectUris,
    grants: discord.grants,
    bot: discord.world.bot,
    world: createWorldControls(discord),
    all: discord.world,
    gateway,
    faults,
    ledger,
    violations: ledger.violations,
    visible: (channel, to) => visible(discord, channel, to === undefined ? null : userOf(to)),
    shown: (message) => renderWhole(discord, message),
    pings: () => ledger.pings,
    requests: (operation) =>
      ledger.requests.filter(({ method, route }) => operation === undefined || `${method} ${route}` === operation),
    interactions: () => [...discord.interactions.values()],
    hasFailed: ({ answer, createdAt }) => answer === null && discord.now() - createdAt > answerWithinMs,
    until: (what, look, withinMs = 20_000) => until(discord, what, look, withinMs),
    untilReady: async (clients = 1) => {
      await simulator.until(`${clients} ready clients`, () => {
        const ready = [...gateway.sessions.all.values()].filter(({ connection }) => connection !== null);
        return ready.length >= clients;
      });
    },
    serve: (more) => {
      extra = more;
    },
    watch: (watcher) => {
      discord.watchers.add(watcher);
      return () => discord.watchers.delete(watcher);
    },
    close: async () => {
      gateway.close();
      await server.close();
      if (ledger.slips.length > 0) throw new Error(`the simulator broke Discord's rules:\n${ledger.slips.join('\n')}`);
    },
  };
  return simulator;
}

function visible(discord: Discord, channel: Channel, to: User | null): Message[] {
  if (to !== null && !may(discord.world, channel, to.id, 'viewChannel')) return [];
  return [...channel.messages.values()].filter(({ ephemeralTo }) => ephemeralTo === null || ephemeralTo === to?.id);
}

function until<Found>(
  discord: Discord,
  what: string,
  look: () => Found | null | undefined | false,
  withinMs: number,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const found = look();
      if (found === null || found === undefined || found === false) return;
      stop();
      resolve(found);
    };
    const stop = () => {
      clearTimeout(deadline);
      discord.watchers.delete(check);
    };
    const deadline = setTimeout(() => {
      stop();
      reject(new Error(`${what} did not come within ${withinMs} ms`));
    }, withinMs);
    discord.watchers.add(check);
    check();
  });
}
