import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { canAppeal, canBeSupported, type Locale, type PromptRequest } from '../../../requests/index.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import type { OutgoingPost } from '../../chat-platform.ts';
import { customId } from './custom-id.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

type ButtonText =
  | 'vote'
  | 'want'
  | 'remix'
  | 'report'
  | 'mine'
  | 'appeal'
  | 'help'
  | 'withdraw'
  | 'delete'
  | 'keep'
  | 'part';

export function button(
  locale: Locale,
  action: ButtonText,
  subject: string,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  const label = sayOnDiscord(locale, `button-${action}`);
  return { type: ComponentType.Button, custom_id: customId(action, subject), label, style };
}

export function row(...components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

/** What can be done with a post of ours. Every post has a button, since its key is found again by what it carries. */
export function buttonsOf(
  { kind, key, locale }: Pick<OutgoingPost, 'kind' | 'key' | 'locale'>,
  request: PromptRequest | null = null,
): Row[] {
  switch (kind) {
    case 'clip':
      return [
        row(
          button(locale, 'vote', key, ButtonStyle.Primary),
          button(locale, 'remix', key),
          button(locale, 'report', key),
        ),
      ];
    case 'status':
      return [
        row(
          button(locale, 'mine', key),
          ...(request && canBeSupported(request) ? [button(locale, 'want', key)] : []),
          ...(request && canAppeal(request) ? [button(locale, 'appeal', key)] : []),
        ),
      ];
    case 'answer':
      return [row(button(locale, 'help', key))];
    default:
      return kind satisfies never;
  }
}
