import type { Discord } from '../discord.ts';
import { type JsonObject, objectsIn, textIn } from '../json.ts';
import { invalidForm, refusal } from '../rest/api-error.ts';
import type { Channel, Message, StoredFile } from '../world/world.ts';
import { checkBody, isEmpty, wantsV2 } from './check-body.ts';
import { isComponentsV2, walkComponents } from './component-kinds.ts';
import { emitMessage } from './emit-message.ts';
import { keepComponents } from './keep-components.ts';
import { applyMentions, readAllowed, textOf } from './mentions.ts';
import { type SentFile, takeInFiles } from './take-in-files.ts';

/** Changes what a message says. Nobody is alerted by it. Throws 50035, 50006 and 40005. */
export function editMessage(
  discord: Discord,
  channel: Channel,
  message: Message,
  body: JsonObject,
  sent: readonly SentFile[],
): void {
  const v2 = (message.flags & isComponentsV2) !== 0 || wantsV2(body);
  if (v2 && (message.flags & isComponentsV2) === 0 && (message.content !== '' || message.embeds.length > 0)) {
    refuseLegacyContent(body, message);
  }
  const names = sent.map((file) => sentName(file, body));
  const kept = keptFiles(message, body);
  const keptUnlessShown = new Set(kept.map(({ name }) => name));
  const errors = checkBody(body, v2, [...names, ...keptUnlessShown]).filter(
    // Files that are already there need not be shown again by components that are left alone.
    ({ code, message: text }) =>
      code !== 'ATTACHMENT_NOT_SHOWN' || ![...keptUnlessShown].some((name) => text.includes(name)),
  );
  if (errors.length > 0) throw invalidForm(errors);
  const files = [...kept, ...takeInFiles(discord, channel.id, sent, newlyListed(body, kept))];
  const after = {
    content: body.content === undefined ? message.content : body.content,
    embeds: body.embeds === undefined ? message.embeds : body.embeds,
    components: body.components === undefined ? message.components : body.components,
  };
  if (isEmpty(after, files.length)) throw refusal.emptyMessage();
  message.files = files;
  message.content = textIn(after.content) ?? '';
  message.embeds = objectsIn(after.embeds).map((embed) => ({ type: 'rich', ...embed }));
  if (body.components !== undefined) message.components = keepComponents(body.components, files, discord.nextId);
  if (wantsV2(body)) message.flags |= isComponentsV2;
  const text = textOf(message.content, walkComponents(message.components));
  const allowed = readAllowed(body.allowed_mentions);
  const mentions = applyMentions(discord, channel, message.author, text, allowed);
  message.mentions = [...new Set([...stillAnswered(discord, message, allowed.repliedUser), ...mentions.users])];
  message.mentionRoles = mentions.roles;
  message.mentionEveryone = mentions.everyone;
  message.editedAt = discord.now();
  message.loading = false;
  emitMessage(discord, 'MESSAGE_UPDATE', message);
}

function stillAnswered(discord: Discord, message: Message, allowed: boolean): string[] {
  const { reference } = message;
  if (reference === null || !allowed) return [];
  const answered = discord.world.channels.get(reference.channelId)?.messages.get(reference.messageId);
  return answered !== undefined && message.mentions.includes(answered.author.id) ? [answered.author.id] : [];
}

function sentName(file: SentFile, body: JsonObject): string {
  const about = objectsIn(body.attachments).find(({ id }) => String(id) === String(file.index));
  return textIn(about?.filename) ?? file.name;
}

/** `attachments`, where it is given, lists all that is to stay (docs: resources/message, "Edit Message"). */
function keptFiles(message: Message, body: JsonObject): StoredFile[] {
  if (body.attachments === undefined) return message.files;
  const ids = new Set(objectsIn(body.attachments).map(({ id }) => String(id)));
  return message.files.filter(({ id }) => ids.has(id));
}

function newlyListed(body: JsonObject, kept: readonly StoredFile[]): JsonObject[] {
  return objectsIn(body.attachments).filter(({ id }) => !kept.some((file) => file.id === String(id)));
}

/** A message becomes one of components only when what it said before is taken away in the same edit. */
function refuseLegacyContent(body: JsonObject, message: Message): void {
  const left = [
    ...(message.content !== '' && body.content === undefined ? ['content'] : []),
    ...(message.embeds.length > 0 && body.embeds === undefined ? ['embeds'] : []),
  ];
  if (left.length === 0) return;
  const text = 'The MessageFlags.IS_COMPONENTS_V2 flag prevents this field from being used.';
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
  throw invalidForm(left.map((field) => ({ path: [field], code, message: text })));
}
