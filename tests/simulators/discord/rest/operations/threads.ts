import { intent } from '../../gateway/intents.ts';
import { renderChannel } from '../../gateway/render-guild.ts';
import { type Channel, channelKind } from '../../world/world.ts';
import { refusal } from '../api-error.ts';
import {
  type Answer,
  bodyOf,
  type Call,
  channelOf,
  messageOf,
  needs,
  type Operation,
  sendingPermission,
} from '../operation.ts';

function start(call: Call, id: string): Answer {
  const { discord } = call;
  const parent = channelOf(call);
  needs(call, parent, 'createPublicThreads');
  const thread: Channel = {
    id,
    kind: channelKind.publicThread,
    name: String(bodyOf(call).name),
    guildId: parent.guildId,
    parentId: parent.id,
    position: 0,
    overwrites: new Map(),
    recipients: [],
    ownerId: discord.world.bot.id,
    messages: new Map(),
  };
  discord.world.channels.set(id, thread);
  const body = renderChannel(discord, thread);
  discord.emit({ name: 'THREAD_CREATE', guildId: thread.guildId, intents: intent.guilds, data: () => body });
  discord.changed();
  return { status: 201, body };
}

function startAtMessage(call: Call): Answer {
  const message = messageOf(call, channelOf(call));
  // A thread shares the id of the message it hangs on.
  if (call.discord.world.channels.has(message.id)) throw refusal.threadExists();
  return start(call, message.id);
}

function type(call: Call): Answer {
  const channel = channelOf(call);
  needs(call, channel, sendingPermission(channel));
  return { status: 204 };
}

export const threadOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/channels/{channel_id}/messages/{message_id}/threads',
    takes: 'CreateTextThreadWithMessageRequest',
    gives: { 201: 'ThreadResponse' },
    handle: startAtMessage,
  },
  {
    method: 'post',
    path: '/channels/{channel_id}/threads',
    takes: 'CreateTextThreadWithoutMessageRequest',
    gives: { 201: 'CreatedThreadResponse' },
    handle: (call) => start(call, call.discord.nextId()),
  },
  { method: 'post', path: '/channels/{channel_id}/typing', gives: { 204: null }, handle: type },
];
