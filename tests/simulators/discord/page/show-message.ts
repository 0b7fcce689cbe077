import type { DiscordSimulator } from '../discord-simulator.ts';
import { interactionKind } from '../interactions/interaction.ts';
import { isComponentsV2 } from '../messages/component-kinds.ts';
import type { Message, StoredFile } from '../world/world.ts';
import type { ShownFile, ShownMessage } from './page-contract.ts';

const shownOfAnswered = 120;

/** A message as one person sees it. */
export function showMessage(simulator: DiscordSimulator, message: Message, viewer: string): ShownMessage {
  const { id, author, content, createdAt, editedAt, embeds, components, files, ephemeralTo, loading } = message;
  const pings = simulator.pings().some(({ messageId, target }) => messageId === id && target === viewer);
  return {
    id,
    author: { id: author.id, name: author.displayName, bot: author.bot },
    mine: author.id === viewer,
    text: content,
    at: createdAt,
    edited: editedAt !== null && message.interaction === null,
    answers: answeredBy(simulator, message),
    command: commandOf(simulator, message),
    pings,
    onlyForMe: ephemeralTo !== null,
    thinking: loading,
    files: files.map(showFile),
    embeds,
    components,
    componentsOnly: (message.flags & isComponentsV2) !== 0,
  };
}

export function showFile({ id, name, contentType, bytes, width, height, description }: StoredFile): ShownFile {
  const url = `/page/files/${id}`;
  return { id, name, type: contentType, size: bytes.length, width, height, description, url };
}

function answeredBy({ all }: DiscordSimulator, { reference }: Message): ShownMessage['answers'] {
  if (reference === null || reference.type !== 0) return null;
  const answered = all.channels.get(reference.channelId)?.messages.get(reference.messageId);
  if (answered === undefined) return { id: reference.messageId, name: '', text: '' };
  const text = answered.content.slice(0, shownOfAnswered).replace(/\s+/g, ' ');
  return { id: answered.id, name: answered.author.displayName, text };
}

function commandOf(simulator: DiscordSimulator, message: Message): ShownMessage['command'] {
  const id = message.interaction?.id;
  const asked = id === undefined ? undefined : simulator.interactions().find((each) => each.id === id);
  return asked?.kind === interactionKind.command ? { by: asked.user.displayName, name: asked.name } : null;
}
