import { type JsonObject, objectsIn, textIn } from '../json.ts';
import type { FormError } from '../rest/api-error.ts';
import { componentKind, mediaOf, type PlacedComponent, walkComponents } from './component-kinds.ts';

const kind = componentKind;
const onlyInV2: ReadonlySet<unknown> = new Set([
  kind.section,
  kind.textDisplay,
  kind.thumbnail,
  kind.mediaGallery,
  kind.file,
  kind.separator,
  kind.container,
]);
const linkStyle = 5;
const premiumStyle = 6;
const mostComponents = 40;
const mostText = 4000;
const mostRows = 5;
const mostButtons = 5;

/**
 * What the documentation asks of a message's components beyond the specification (docs: components/reference): a button
 * has its custom_id and says something, none of them twice, at most 40 and 4,000 characters, files named that are there.
 */
export function checkComponents(components: unknown, v2: boolean, fileNames: ReadonlySet<string>): FormError[] {
  const placed = walkComponents(components);
  const errors = placed.flatMap((one) => [...checkOne(one, v2), ...checkMedia(one, fileNames)]);
  if (v2) errors.push(...checkTotals(placed));
  else if (objectsIn(components).length > mostRows) errors.push(tooLong(['components'], mostRows));
  return [...errors, ...checkUnique(placed)];
}

function checkOne({ component, path }: PlacedComponent, v2: boolean): FormError[] {
  if (!v2 && onlyInV2.has(component.type)) {
    return [{ path, code: 'UNION_TYPE_CHOICES', message: 'This component needs the flag IS_COMPONENTS_V2.' }];
  }
  if (!v2 && path.length === 2 && component.type !== kind.actionRow) {
    return [{ path, code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" must be one of (1,).' }];
  }
  if (component.type === kind.button) return checkButton(component, path);
  if (component.type === kind.actionRow) return checkRow(component, path);
  return [];
}

function checkButton(button: JsonObject, path: FormError['path']): FormError[] {
  const required = (field: string): FormError => ({
    path: [...path, field],
    code: 'BASE_TYPE_REQUIRED',
    message: 'This field is required',
  });
  if (button.style === premiumStyle) return [];
  const errors: FormError[] = [];
  if (button.style === linkStyle && textIn(button.url) === null) errors.push(required('url'));
  if (button.style === linkStyle && textIn(button.custom_id) !== null) {
    errors.push({
      path,
      code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      message: 'A custom id and url cannot both be specified',
    });
  }
  if (button.style !== linkStyle && textIn(button.custom_id) === null) errors.push(required('custom_id'));
  if ((textIn(button.label) ?? '') === '' && button.emoji == null) errors.push(required('label'));
  return errors;
}

function checkRow(row: JsonObject, path: FormError['path']): FormError[] {
  const inner = objectsIn(row.components);
  const buttons = inner.filter(({ type }) => type === kind.button).length;
  if (buttons === inner.length) return buttons > mostButtons ? [tooLong([...path, 'components'], mostButtons)] : [];
  return inner.length > 1 ? [tooLong([...path, 'components'], 1)] : [];
}

function checkMedia({ component, path }: PlacedComponent, fileNames: ReadonlySet<string>): FormError[] {
  return mediaOf(component).flatMap((media) => {
    const name = /^attachment:\/\/(.*)$/.exec(textIn(media.url) ?? '')?.[1];
    if (name === undefined || fileNames.has(name)) return [];
    return [{ path, code: 'BUTTON_COMPONENT_INVALID_ATTACHMENT', message: `There is no attachment "${name}".` }];
  });
}

function checkTotals(placed: readonly PlacedComponent[]): FormError[] {
  const text = placed.reduce(
    (sum, { component }) => sum + (component.type === kind.textDisplay ? (textIn(component.content) ?? '').length : 0),
    0,
  );
  const errors: FormError[] = [];
  if (placed.length > mostComponents) errors.push(tooLong(['components'], mostComponents));
  if (text > mostText) {
    errors.push({
      path: ['components'],
      code: 'COMPONENT_MAX_TOTAL_TEXT',
      message: `The total text must not exceed ${mostText} characters.`,
    });
  }
  return errors;
}

function checkUnique(placed: readonly PlacedComponent[]): FormError[] {
  const seen = new Set<string>();
  return placed.flatMap(({ component, path }) => {
    const id = textIn(component.custom_id);
    if (id === null || !seen.has(id)) {
      if (id !== null) seen.add(id);
      return [];
    }
    const message = 'Component custom id cannot be duplicated';
    return [{ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }];
  });
}

function tooLong(path: FormError['path'], most: number): FormError {
  return { path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between 1 and ${most} in length.` };
}
