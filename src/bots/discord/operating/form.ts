import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord.js';

/** Discord's most for titles and labels, and for what stands beneath a label. */
const LONGEST_TITLE = 45;
const LONGEST_HINT = 100;

/** A field of a form with what stands above and beneath its name. */
export function field(label: string, hint: string, component: APILabelComponent['component']): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: label.slice(0, LONGEST_TITLE),
    description: hint.slice(0, LONGEST_HINT),
    component,
  };
}

export function lineOfText(
  id: string,
  { value, required, most }: { value: string; required: boolean; most: number },
): APILabelComponent['component'] {
  return {
    type: ComponentType.TextInput,
    custom_id: id,
    style: TextInputStyle.Short,
    required,
    max_length: most,
    ...(value === '' ? {} : { value: value.slice(0, most) }),
  };
}

export function form(
  customId: string,
  title: string,
  fields: readonly APILabelComponent[],
): APIModalInteractionResponseCallbackData {
  return { custom_id: customId, title: title.slice(0, LONGEST_TITLE), components: [...fields] };
}

/** What was filled in, by the field's id: one text, or what was chosen. */
export function filledIn({ data }: APIModalSubmitInteraction): ReadonlyMap<string, readonly string[]> {
  const fields = data.components.flatMap((part) =>
    'component' in part ? [part.component] : 'components' in part ? part.components : [],
  );
  return new Map(fields.map((each) => [each.custom_id, valuesOf(each)]));
}

function valuesOf(each: object): readonly string[] {
  if ('values' in each && Array.isArray(each.values)) return each.values.map(String);
  return 'value' in each ? [String(each.value ?? '')] : [];
}
