import type { Message } from '../../../simulators/discord/world/world.ts';

/** All that a card says, as one text. */
export function textOf(message: Message | null): string {
  return [...JSON.stringify(message?.components ?? []).matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text]) => JSON.parse(`"${text}"`) as string)
    .join('\n');
}

export function idsOf(message: Message): string[] {
  return [...JSON.stringify(message.components).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
}

/** The id of the button that does it; empty where there is none. */
export function idOf(message: Message, action: string): string {
  return idsOf(message).find((id) => id.startsWith(`review-${action}:`)) ?? '';
}

export function actionsOf(message: Message): string[] {
  return idsOf(message).map((id) => id.slice('review-'.length, id.indexOf(':')));
}

/** The same without merging: whether something similar waits is left by the tests before. */
export function decisionsOn(message: Message): string[] {
  return actionsOf(message).filter((action) => action !== 'merge');
}
