import { type JsonObject, objectsIn, textIn } from '../json.ts';
import { componentKind, walkComponents } from '../messages/component-kinds.ts';
import type { FormError } from '../rest/api-error.ts';

const mostParts = 5;

/** What the documentation asks of a form beyond the specification: one to five parts, ids that are there and differ. */
export function checkModal(data: JsonObject): FormError[] {
  const errors: FormError[] = [];
  const parts = objectsIn(data.components);
  if (parts.length < 1 || parts.length > mostParts) {
    const message = `Must be between 1 and ${mostParts} in length.`;
    errors.push({ path: ['data', 'components'], code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  const seen = new Set<string>();
  const decoration: ReadonlySet<unknown> = new Set([
    componentKind.actionRow,
    componentKind.label,
    componentKind.textDisplay,
  ]);
  for (const { component, path } of walkComponents(parts, ['data', 'components'])) {
    if (decoration.has(component.type)) continue;
    const id = textIn(component.custom_id);
    if (id === null)
      errors.push({ path: [...path, 'custom_id'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
    else if (seen.has(id)) {
      const message = 'Component custom id cannot be duplicated';
      errors.push({ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message });
    } else seen.add(id);
  }
  return errors;
}
