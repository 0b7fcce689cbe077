import { type APIInteraction, ApplicationCommandOptionType, InteractionType } from 'discord.js';
import { AdapterError, type Locale, type Member, memberKey, type RequestStore } from '../../../requests/index.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { pause } from '../../pause.ts';
import { readCustomId } from '../answering/custom-id.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { memberOf } from '../hearing/hear-message.ts';
import type { InteractionHandler, InteractionHandlers } from './interaction.ts';
import { createResponder } from './responder.ts';

export interface InteractionRouterDependencies {
  rest: DiscordRest;
  handlers: InteractionHandlers;
  requests: Pick<RequestStore, 'list'>;
  onError: (error: unknown) => void;
}

/** A form must be the first answer: that is due within 3 seconds, and may have to be sent twice in them. */
const ANSWER_WITHIN_MS = 1400;

interface Found {
  handler: InteractionHandler<APIInteraction> | undefined;
  subject: string;
}

/** Takes an interaction to whoever answers it. Nothing is remembered between two of them but what is in the records. */
export function createInteractionRouter({ rest, handlers, requests, onError }: InteractionRouterDependencies) {
  /** Discord has Arabic as a language of its app for few; who asked in Arabic before is answered in it as well. */
  async function localeOf(member: Member, language: string): Promise<Locale> {
    if (language.startsWith('ar')) return 'ar';
    const [last] = await requests.list({ requester: memberKey(member), order: 'newest', limit: 1 });
    return last?.locale ?? 'en';
  }

  async function route(payload: APIInteraction): Promise<void> {
    const user = payload.member?.user ?? payload.user;
    if (payload.type === InteractionType.Ping || !user) return;
    const { handler, subject } = find(handlers, payload);
    const respond = createResponder(rest, payload);
    const deferred = handler?.acknowledge !== 'itself';
    // First of all: there are three seconds, and more of them are gone than one thinks.
    if (deferred) await (handler?.acknowledge === 'update' ? respond.deferUpdate() : respond.deferPrivately());
    const member = memberOf(user, payload.member);
    const { locale: language } = payload;
    /** Suggestions have no room for a sentence. */
    async function apologize(locale: Locale, sorry: 'went-wrong' | 'too-slow'): Promise<void> {
      const content = sayOnDiscord(locale, sorry);
      if (deferred) await respond.answer({ content });
      else if (!respond.acknowledged && payload.type !== InteractionType.ApplicationCommandAutocomplete)
        await respond.answerAtOnce(content);
    }
    async function answer(): Promise<void> {
      const locale = await localeOf(member, language).catch((): Locale => 'en');
      try {
        if (handler) await handler.run({ payload, member, locale, subject, respond });
        else await respond.answer({ content: sayOnDiscord(locale, 'too-old') });
      } catch (error) {
        if (isMoot(error)) return;
        onError(error);
        await apologize(locale, 'went-wrong');
      }
    }
    if (deferred) return answer();
    const over = new AbortController();
    const answering = answer().finally(() => over.abort());
    const apologizing = pause(ANSWER_WITHIN_MS, over.signal).then(() =>
      over.signal.aborted ? undefined : apologize(language.startsWith('ar') ? 'ar' : 'en', 'too-slow'),
    );
    await Promise.all([answering, apologizing]);
  }

  return async (payload: APIInteraction): Promise<void> => {
    try {
      await route(payload);
    } catch (error) {
      if (!isMoot(error)) onError(error);
    }
  };
}

/** Another copy of the bot was faster, or we had to say something else in time, or the person has waited too long. */
function isMoot(error: unknown): boolean {
  return error instanceof AdapterError && ['already-acknowledged', 'interaction-over'].includes(error.code);
}

function find(handlers: InteractionHandlers, payload: APIInteraction): Found {
  switch (payload.type) {
    case InteractionType.ApplicationCommand:
      return { handler: byName(handlers.commands, payload.data) as Found['handler'], subject: '' };
    case InteractionType.ApplicationCommandAutocomplete:
      return { handler: byName(handlers.suggestions, payload.data) as Found['handler'], subject: '' };
    case InteractionType.MessageComponent:
    case InteractionType.ModalSubmit: {
      const { action, subject } = readCustomId(payload.data.custom_id);
      const among = payload.type === InteractionType.ModalSubmit ? handlers.forms : handlers.components;
      return { handler: among[action] as Found['handler'], subject };
    }
    default:
      return { handler: undefined, subject: '' };
  }
}

type Named = { name: string; options?: readonly object[] };

/** By the command's name with its parts, such as `opencall call open`, else by its first name. */
function byName<Handler>(handlers: Readonly<Record<string, Handler>>, command: Named): Handler | undefined {
  const names = [command.name];
  let part = partOf(command);
  for (; part; part = partOf(part)) names.push(part.name);
  return handlers[names.join(' ')] ?? handlers[command.name];
}

function partOf({ options = [] }: Named): Named | undefined {
  const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
  return (options as (Named & { type: ApplicationCommandOptionType })[]).find(
    ({ type }) => type === Subcommand || type === SubcommandGroup,
  );
}
