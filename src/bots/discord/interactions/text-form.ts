import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord.js';

const FIELD = 'text';
/** Discord's most for a field of text, and for a form's title and a label. */
const LONGEST_VALUE = 4000;
const LONGEST_TITLE = 45;

/** A form with one field of text. */
export function textForm(form: {
  customId: string;
  title: string;
  label: string;
  value?: string;
  maxLength?: number;
}): APIModalInteractionResponseCallbackData {
  const { customId, title, label, value, maxLength = LONGEST_VALUE } = form;
  return {
    custom_id: customId,
    title: title.slice(0, LONGEST_TITLE),
    components: [
      {
        type: ComponentType.Label,
        label: label.slice(0, LONGEST_TITLE),
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: maxLength,
          ...(value ? { value: value.slice(0, maxLength) } : {}),
        },
      },
    ],
  };
}

/** What was written into a form's field of text. */
export function textIn({ data }: APIModalSubmitInteraction): string {
  for (const part of data.components) {
    const fields = 'component' in part ? [part.component] : 'components' in part ? part.components : [];
    for (const field of fields) if (field.custom_id === FIELD && 'value' in field) return String(field.value);
  }
  return '';
}
