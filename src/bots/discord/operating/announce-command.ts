import {
  type APIApplicationCommandInteraction,
  type APIButtonComponent,
  type APIMessageComponentInteraction,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Locale } from '../../../requests/index.ts';
import { sayToOperators } from '../../../wording/index.ts';
import { sayAnnouncing } from '../../../wording/say-announcing.ts';
import type { AnnouncementDraft } from '../../announcing/announcements.ts';
import { type Row, row } from '../answering/buttons.ts';
import { customId } from '../answering/custom-id.ts';
import { escapeText } from '../escape-text.ts';
import type { InteractionHandler } from '../interactions/interaction.ts';
import { chosenCall } from './chosen-call.ts';
import { forOperator } from './for-operator.ts';
import type { Operating } from './operating.ts';

interface Offer {
  content: string;
  components: Row[];
}

/** What is shown of a draft; Discord takes 2,000 characters in all. */
const LONGEST_DRAFT = 500;
/** As many drafts as there is room for; the others differ in the language at most. */
const MOST_DRAFTS = 2;

/** `/opencall call announce`: what would be said of a call, to be posted by a press. */
export function announceCommand(operating: Operating): InteractionHandler<APIApplicationCommandInteraction> {
  return forOperator(operating, 'house', {
    acknowledge: 'private',
    async run(interaction) {
      const { payload, locale, respond } = interaction;
      const call = await chosenCall(operating, payload);
      if (!call) return respond.answer({ content: escapeText(sayToOperators(locale, 'call-unknown')) });
      await respond.answer(await offerAnnouncement(operating, call.id, locale));
    },
  });
}

/** What is not announced of a call yet, with a press for it, or why there is none. */
export async function offerAnnouncement(
  { announcements }: Pick<Operating, 'announcements'>,
  callId: string,
  locale: Locale,
): Promise<Offer> {
  const all = await announcements.list(callId);
  const left = all.filter(({ state }) => state !== 'posted');
  if (left.length === 0) {
    const why = all.length > 0 ? 'announced-already' : 'announce-nothing';
    return { content: escapeText(sayToOperators(locale, why)), components: [] };
  }
  const texts = [...new Set(left.map(textOf))].slice(0, MOST_DRAFTS);
  const lines = [
    `${escapeText(sayToOperators(locale, 'announce-draft'))} ${left.map(({ place }) => `<#${place}>`).join(' ')}`,
    ...texts.flatMap((text) => text.slice(0, LONGEST_DRAFT).split('\n')).map((line) => `> ${line}`),
  ];
  const button: APIButtonComponent = {
    ...{ type: ComponentType.Button, style: ButtonStyle.Primary, custom_id: customId('announce', callId) },
    label: sayToOperators(locale, 'button-announce'),
  };
  return { content: lines.join('\n'), components: [row(button)] };
}

/** The button below it: posts it in each channel in which it is not posted yet, as it was drafted. */
export function pressAnnounce(operating: Operating): InteractionHandler<APIMessageComponentInteraction> {
  return forOperator(operating, 'house', {
    acknowledge: 'private',
    async run(interaction) {
      const { locale, respond, subject } = interaction;
      const { announcements } = operating;
      const left = (await announcements.list(subject)).filter(({ state }) => state !== 'posted');
      const lines = await Promise.all(
        left.map(async (draft) => {
          const { platform, place, callId, what } = draft;
          const order = { platform, place, callId, what, locale: localeOf(draft), words: textOf(draft) };
          const done = await announcements.post({ ...order, withClip: draft.clip !== null });
          const said = sayAnnouncing(locale, done) ?? sayToOperators(locale, 'announced-now');
          return `<#${place}> ${escapeText(said)}`;
        }),
      );
      const content = lines.length > 0 ? lines.join('\n') : escapeText(sayToOperators(locale, 'announced-already'));
      await respond.answer({ content });
    },
  });
}

function localeOf({ spoken }: AnnouncementDraft): Locale {
  return spoken ?? 'en';
}

/** The words that an earlier press meant stand. */
function textOf(draft: AnnouncementDraft): string {
  return draft.posted ?? draft.words[localeOf(draft)];
}
