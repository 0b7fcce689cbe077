import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { DeclineSentence } from '../../../moderation/curation/decline-sentence-store.ts';
import { type Locale, type PromptRequest, toApprove } from '../../../requests/index.ts';
import { HOLD_SPANS } from '../../../wording/hold-spans.ts';
import { DECLINE_REASONS, sayAsAtDesk, sayReason, sayState, sayToCurators } from '../../../wording/index.ts';
import { customId } from '../answering/custom-id.ts';
import { cardActionName, seenMark, writeSubject } from './card-ids.ts';

/** Discord's most for a form's title and a label, for what stands below a label, and for a choice. */
const [LONGEST_TITLE, LONGEST_HINT, LONGEST_CHOICE] = [45, 100, 100];
const LONGEST_PROMPT = 2000;
const LONGEST_OPTIONS = 200;
const LONGEST_NOTE = 500;
const MOST_CHOICES = 25;

/** The prompt and its options, to be approved as they stand when the form is sent. */
export function editForm(
  key: string,
  request: PromptRequest,
  options: string,
  locale: Locale,
): APIModalInteractionResponseCallbackData {
  return form(cardActionName('edit'), writeSubject(key, seenMark(request)), sayAsAtDesk(locale, 'editApprove'), [
    field(sayAsAtDesk(locale, 'editedPrompt'), sayToCurators(locale, 'form-edit-hint'), {
      ...{ type: ComponentType.TextInput, custom_id: 'prompt', style: TextInputStyle.Paragraph },
      ...{
        required: true,
        max_length: LONGEST_PROMPT,
        value: toApprove(request).prompt.slice(0, LONGEST_PROMPT),
      },
    }),
    field(sayToCurators(locale, 'form-options'), '--ar 9:16 --seconds 6 --sound none', {
      ...{ type: ComponentType.TextInput, custom_id: 'options', style: TextInputStyle.Short },
      ...{ required: false, max_length: LONGEST_OPTIONS },
      ...(options === '' ? {} : { value: options.slice(0, LONGEST_OPTIONS) }),
    }),
  ]);
}

/** Where there is a picture, it can be kept out for good. */
export function declineForm(
  key: string,
  { picture }: Pick<PromptRequest, 'picture'>,
  sentences: readonly DeclineSentence[],
  locale: Locale,
): APIModalInteractionResponseCallbackData {
  const kept = sentences
    .slice(0, MOST_CHOICES)
    .map(({ id, words }) => ({ value: id, label: words[locale].slice(0, LONGEST_CHOICE) }));
  const choices = DECLINE_REASONS.map((reason) => ({
    value: reason,
    label: sayReason(locale, reason).slice(0, LONGEST_CHOICE),
  }));
  return form(cardActionName('decline'), writeSubject(key), sayAsAtDesk(locale, 'decline'), [
    field(sayAsAtDesk(locale, 'declineTitle'), null, {
      ...{ type: ComponentType.StringSelect, custom_id: 'reason', options: choices, required: true },
    }),
    ...(kept.length > 0
      ? [
          field(sayToCurators(locale, 'form-sentence'), sayToCurators(locale, 'form-sentence-hint'), {
            ...{ type: ComponentType.StringSelect, custom_id: 'sentence', options: kept },
            ...{ required: false, min_values: 0, max_values: 1 },
          }),
        ]
      : []),
    field(sayAsAtDesk(locale, 'note'), sayAsAtDesk(locale, 'noteOptional'), {
      ...{ type: ComponentType.TextInput, custom_id: 'note', style: TextInputStyle.Paragraph },
      ...{ required: false, max_length: LONGEST_NOTE },
    }),
    ...(picture ? [field(sayToCurators(locale, 'form-never-again'), sayAsAtDesk(locale, 'neverAgain'), TICK)] : []),
  ]);
}

export function holdForm(key: string, locale: Locale): APIModalInteractionResponseCallbackData {
  const options = HOLD_SPANS.map(({ code, text }) => ({
    ...{ value: code, label: sayAsAtDesk(locale, text), default: code === 'day' },
  }));
  return form(cardActionName('hold'), writeSubject(key), sayAsAtDesk(locale, 'hold'), [
    field(sayAsAtDesk(locale, 'holdTitle'), null, {
      ...{ type: ComponentType.StringSelect, custom_id: 'span', options, required: true },
    }),
    field(sayAsAtDesk(locale, 'holdNote'), sayAsAtDesk(locale, 'noteOptional'), {
      ...{ type: ComponentType.TextInput, custom_id: 'note', style: TextInputStyle.Paragraph },
      ...{ required: false, max_length: LONGEST_NOTE },
    }),
  ]);
}

export function askForm(key: string, locale: Locale): APIModalInteractionResponseCallbackData {
  return form(cardActionName('ask'), writeSubject(key), sayAsAtDesk(locale, 'ask'), [
    field(sayAsAtDesk(locale, 'askTitle'), sayAsAtDesk(locale, 'askHint'), {
      ...{ type: ComponentType.TextInput, custom_id: 'question', style: TextInputStyle.Paragraph },
      ...{ required: true, max_length: LONGEST_NOTE },
    }),
  ]);
}

/** `into`: those that can take it, one at least. */
export function mergeForm(
  key: string,
  into: readonly PromptRequest[],
  locale: Locale,
): APIModalInteractionResponseCallbackData {
  const options = into.slice(0, MOST_CHOICES).map(({ id, prompt, state }) => ({
    value: id,
    label: prompt.slice(0, LONGEST_CHOICE).toWellFormed(),
    description: sayState(locale, state).slice(0, LONGEST_CHOICE),
  }));
  return form(cardActionName('merge'), writeSubject(key), sayAsAtDesk(locale, 'merge'), [
    field(sayAsAtDesk(locale, 'mergeTitle'), sayToCurators(locale, 'form-merge-hint'), {
      ...{ type: ComponentType.StringSelect, custom_id: 'into', options, required: true },
    }),
  ]);
}

const TICK = { type: ComponentType.Checkbox, custom_id: 'never-again' } as const;

export function takeDownForm(key: string, locale: Locale): APIModalInteractionResponseCallbackData {
  return form(cardActionName('take-down'), writeSubject(key), sayAsAtDesk(locale, 'takeDown'), [
    field(sayAsAtDesk(locale, 'takeDownReason'), null, {
      ...{ type: ComponentType.TextInput, custom_id: 'reason', style: TextInputStyle.Paragraph },
      ...{ required: true, max_length: LONGEST_NOTE },
    }),
  ]);
}

/** What was written into or chosen in a form's field, `true` where it was ticked; empty where nothing was. */
export function fieldIn({ data }: APIModalSubmitInteraction, name: string): string {
  for (const part of data.components) {
    const field = 'component' in part ? part.component : null;
    if (!field || !('custom_id' in field) || field.custom_id !== name) continue;
    if ('value' in field) return String(field.value ?? '').trim();
    if ('values' in field) return String(field.values[0] ?? '');
  }
  return '';
}

function form(
  action: string,
  subject: string,
  title: string,
  components: APILabelComponent[],
): APIModalInteractionResponseCallbackData {
  return { custom_id: customId(action, subject), title: title.slice(0, LONGEST_TITLE), components };
}

function field(label: string, hint: string | null, component: APILabelComponent['component']): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: label.slice(0, LONGEST_TITLE),
    ...(hint === null ? {} : { description: hint.slice(0, LONGEST_HINT) }),
    component,
  };
}
