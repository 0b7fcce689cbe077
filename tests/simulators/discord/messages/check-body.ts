import { isObject, type JsonObject, objectsIn, textIn } from '../json.ts';
import type { FormError } from '../rest/api-error.ts';
import { checkComponents } from './check-components.ts';
import { isComponentsV2, mediaOf, walkComponents } from './component-kinds.ts';
import { checkAllowed } from './mentions.ts';

/** Characters, of a bot's message; the specification says 4,000, the documentation 2,000. */
const longestContent = 2000;

/** What the documentation asks of a message beyond the specification. */
export function checkBody(body: JsonObject, v2: boolean, fileNames: readonly string[]): FormError[] {
  const errors = [...checkAllowed(body.allowed_mentions), ...checkContent(body, v2)];
  const placed = walkComponents(body.components);
  errors.push(...checkComponents(body.components, v2, new Set(fileNames)));
  if (v2 && Array.isArray(body.components)) {
    const shown = placed.flatMap(({ component }) => mediaOf(component)).map(({ url }) => url);
    for (const name of fileNames) {
      if (shown.includes(`attachment://${name}`)) continue;
      // Discord keeps such a file and shows it to nobody: for a bot that is a mistake, so it is told.
      errors.push({ path: ['attachments'], code: 'ATTACHMENT_NOT_SHOWN', message: `No component shows "${name}".` });
    }
  }
  return errors;
}

function checkContent(body: JsonObject, v2: boolean): FormError[] {
  const content = textIn(body.content) ?? '';
  const errors: FormError[] = [];
  if (content.length > longestContent) {
    errors.push({
      path: ['content'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: `Must be ${longestContent} or fewer in length.`,
    });
  }
  if (!v2) return errors;
  const message = 'The MessageFlags.IS_COMPONENTS_V2 flag prevents this field from being used.';
  for (const field of ['content', 'embeds', 'poll', 'sticker_ids'] as const) {
    const value = body[field];
    const empty = value == null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!empty) errors.push({ path: [field], code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message });
  }
  return errors;
}

export function wantsV2(body: JsonObject): boolean {
  return typeof body.flags === 'number' && (body.flags & isComponentsV2) !== 0;
}

/** Whether there is anything to show. */
export function isEmpty(body: JsonObject, files: number): boolean {
  return (
    (textIn(body.content) ?? '').trim() === '' &&
    objectsIn(body.embeds).length === 0 &&
    objectsIn(body.components).length === 0 &&
    !isObject(body.poll) &&
    files === 0
  );
}
