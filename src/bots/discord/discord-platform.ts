import type { APIInteraction, APIUser, GatewayDispatchPayload } from 'discord.js';
import { Routes } from 'discord.js';
import type { CallStore } from '../../calls/call-store.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { TakeInPicture } from '../../media/links/take-in-link.ts';
import type { ReviewSurface } from '../../moderation/curation/review-surface.ts';
import {
  AdapterError,
  type Clock,
  type CursorStore,
  type ForgetStore,
  type PostRef,
  type RequestStore,
  remember,
} from '../../requests/index.ts';
import type { VoteLimits } from '../../voting/may-vote.ts';
import type { VoteStore } from '../../voting/vote-store.ts';
import type { Announcements } from '../announcing/announcements.ts';
import type { Announcer } from '../announcing/announcer.ts';
import type { ChatPlatform } from '../chat-platform.ts';
import type { JoinStore } from '../joining/join-store.ts';
import type { Holding } from '../leases.ts';
import { pause } from '../pause.ts';
import type { Trouble, TroubleStore } from '../troubles.ts';
import { createAnnouncing } from './answering/announcing.ts';
import { createAnswerUnusablePicture } from './answering/answer-unusable-picture.ts';
import { createAnswering } from './answering/answering.ts';
import { createFileLimits } from './answering/file-limits.ts';
import { allCommands } from './commands/all-commands.ts';
import type { ClipChoices } from './commands/command-definitions.ts';
import { seeToCommands } from './commands/register-commands.ts';
import { createDiscordRest } from './connection/discord-rest.ts';
import { DISCORD, DISCORD_LIMITS } from './discord-limits.ts';
import { escapeText, mentionBot } from './escape-text.ts';
import { createKnownPlaces } from './hearing/known-places.ts';
import { createReadPicture } from './hearing/read-picture.ts';
import { createReadStanding } from './hearing/read-standing.ts';
import { createAskThrough, type OpenAsks } from './interactions/ask-through.ts';
import { createInteractionRouter } from './interactions/interaction-router.ts';
import { joinHandlers } from './interactions/join-handlers.ts';
import type { ClipReport } from './interactions/report-clip.ts';
import { type Listening, startListening } from './listening.ts';
import { memberInteractions } from './member-interactions.ts';
import type { Operating } from './operating/operating.ts';
import { operatorInteractions } from './operating/operator-interactions.ts';
import type { Curating } from './review/curating.ts';
import { curatorInteractions } from './review/curator-interactions.ts';
import { createReviewSurface } from './review/review-surface.ts';
import { createGuildLookUp } from './servers/guild-look-up.ts';
import type { ServedServers } from './servers/served-servers.ts';
import { createTroubles, EVERYWHERE } from './troubles/keep-troubles.ts';
import { createTellPeople } from './troubles/tell-people.ts';
import {
  ALL_OF_DISCORD,
  type Doing,
  OVER_IN_CHANNEL,
  troubleEverywhere,
  troubleInChannel,
} from './troubles/trouble-of.ts';
import { watchServers } from './troubles/watch-servers.ts';

export interface DiscordPlatformDependencies extends Holding, Pick<Operating, 'house' | 'spentOn'> {
  token: string;
  /** Up to and without the version, e.g. `https://discord.com/api`. */
  apiUrl: string;
  /** In how many parts the bot's servers are heard; `auto`: as many as Discord advises. */
  shards: number | 'auto';
  /** How many of them this process hears at most. */
  shardsPerProcess: number;
  newId: () => string;
  /** Largest file that Discord takes from the bot; one that it refuses all the same goes out smaller. */
  maxFileBytes: number;
  servers: ServedServers;
  choices: ClipChoices;
  requests: RequestStore;
  votes: VoteStore;
  forgetting: Pick<ForgetStore, 'ask' | 'heldOf'>;
  joining: JoinStore;
  voteLimits: VoteLimits;
  calls: CallStore;
  cursors: CursorStore;
  files: Pick<FileStore, 'read'>;
  takeInPicture: TakeInPicture;
  clock: Clock;
  report: (report: ClipReport) => Promise<void>;
  /** What is told of calls by this announcer. */
  announcementsBy: (announcer: Announcer) => Announcements;
  /** What curators decide by. */
  curation: Omit<Curating, 'servers' | 'requests' | 'files' | 'guilds'>;
  onError: (error: unknown) => void;
  troubles: TroubleStore;
  /** Told once of what only the operator or an admin can mend. */
  logTrouble: (trouble: Trouble) => void;
}

/** How long the start waits for what was asked while nobody listened; the rest is heard as it comes. */
const CATCH_UP_MS = 5000;

/** Discord as a place where people ask, and where curators decide. */
export interface DiscordPlatform extends ChatPlatform {
  review: ReviewSurface;
  announcer: Announcer;
}

/** By mention, command, menu and form. */
export function createDiscordPlatform(dependencies: DiscordPlatformDependencies): DiscordPlatform {
  const { token, apiUrl, servers, requests, files, onError, choices, curation } = dependencies;
  const rest = createDiscordRest({ token, apiUrl });
  const places = createKnownPlaces();
  const guilds = createGuildLookUp(rest, places);
  const curating: Curating = { ...curation, servers, requests, files, guilds };
  const readPicture = createReadPicture(dependencies);
  const readStanding = createReadStanding(rest, servers);
  const openAsks: OpenAsks = new Map();
  const fileLimits = createFileLimits({ ...dependencies, guilds });
  const troubles = createTroubles({
    ...dependencies,
    store: dependencies.troubles,
    places,
    tellPeople: createTellPeople({ rest, servers, guilds }),
    log: dependencies.logTrouble,
  });
  const closing = new AbortController();
  let listening: Listening | null = null;
  let registering = false;

  const botId = remember(async () => (await rest.get<APIUser>(Routes.user())).id);

  const answering = createAnswering({
    rest,
    requests,
    files,
    botId: botId.get,
    guilds,
    fileLimits,
    async answerPrivately(ref, text) {
      const interaction = openAsks.get(ref.id);
      if (!interaction) return false;
      await interaction.respond.answer({ content: mentionBot(escapeText(text), interaction.payload.application_id) });
      return true;
    },
  });

  /** Does something in a channel, and tells of trouble with it. */
  async function inChannel<Answer>(
    { channel }: Pick<PostRef, 'channel'>,
    doing: Doing,
    done: Promise<Answer>,
  ): Promise<Answer> {
    try {
      const answer = await done;
      troubles.over(OVER_IN_CHANNEL[doing], channel);
      troubles.over(['too-much-refused'], EVERYWHERE);
      return answer;
    } catch (error) {
      if (error instanceof AdapterError) {
        onTrouble(error);
        const trouble = troubleInChannel(error, doing);
        if (trouble) troubles.met(trouble, channel);
      }
      throw error;
    }
  }

  function onTrouble(error: AdapterError): void {
    const trouble = troubleEverywhere(error);
    if (trouble) troubles.met(trouble, EVERYWHERE);
  }

  function onReady(event: Extract<GatewayDispatchPayload, { t: 'READY' }>): void {
    const { user, application } = event.d;
    botId.set(user.id);
    troubles.over(ALL_OF_DISCORD, EVERYWHERE);
    // The commands are the same in all shards; the first one sees to them.
    if (event.d.shard && event.d.shard[0] !== 0) return;
    if (registering) return;
    registering = true;
    const { signal } = closing;
    void seeToCommands(rest, application.id, allCommands(choices), { signal, onError }).finally(() => {
      registering = false;
    });
  }

  const rendition = { ...DISCORD_LIMITS.rendition, maxBytes: dependencies.maxFileBytes };
  const announcer = createAnnouncing({
    ...{ rest, files, servers, guilds, rendition, botId: botId.get },
    inChannel: (channel, doing, done) => inChannel({ channel }, doing, done),
  });

  return {
    id: DISCORD,
    announcer,
    limits: { ...DISCORD_LIMITS, rendition },

    async listen(handler) {
      const ask = createAskThrough({ requests, handler, readStanding, hearsServer: servers.hears }, openAsks);
      const announcements = dependencies.announcementsBy(announcer);
      const handlers = joinHandlers(
        memberInteractions({ ...dependencies, guilds, ask, readPicture }),
        curatorInteractions(curating),
        operatorInteractions({ ...dependencies, rest, places, announcements }),
      );
      const watch = watchServers({ servers, troubles }, onError);
      const route = createInteractionRouter({ rest, handlers, requests, onError });
      const opened = startListening({
        ...dependencies,
        handler,
        rest,
        places,
        guilds,
        readPicture,
        readStanding,
        hearsServer: servers.hears,
        answerUnusablePicture: createAnswerUnusablePicture(rest, botId.get),
        onEvent(event) {
          // discord.js tells of its own structures as well, under the same name.
          if (event.t === 'INTERACTION_CREATE') {
            void route(event.d as APIInteraction);
            fileLimits.learn(event.d).catch(onError);
          }
          if (event.t === 'READY') onReady(event);
          places.learn(event);
          watch(event);
        },
        onTrouble,
      });
      listening = opened;
      await Promise.race([opened.caughtUp, pause(CATCH_UP_MS, closing.signal)]);
    },

    async close() {
      closing.abort();
      troubles.close();
      await listening?.close();
    },

    review: createReviewSurface({
      ...dependencies,
      ...curating,
      troubles,
      rest,
      botId: botId.get,
      optionsOf: ({ options }) => curation.writeAsked('', options),
    }),
    publish: (post) => inChannel(post.inReplyTo, post.video ? 'post a clip' : 'write', answering.publish(post)),
    edit: (ref, post) => inChannel(ref, 'see', answering.edit(ref, post)),
    remove: (ref) => inChannel(ref, 'see', answering.remove(ref)),
    findOwnReply: (to, key) => inChannel(to, 'read', answering.findOwnReply(to, key)),
    stillThere: (ref) => inChannel(ref, 'read', answering.stillThere(ref)),
  };
}
