import { isObject, type JsonObject, objectsIn } from '../json.ts';

/** Discord's numbers of components (docs: components/reference). */
export const componentKind = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

export const isComponentsV2 = 1 << 15;

export interface PlacedComponent {
  component: JsonObject;
  path: readonly (string | number)[];
}

/** Every component, however deep, with its place. */
export function walkComponents(
  components: unknown,
  path: readonly (string | number)[] = ['components'],
): PlacedComponent[] {
  return objectsIn(components).flatMap((component, index) => walkOne(component, [...path, index]));
}

function walkOne(component: JsonObject, path: readonly (string | number)[]): PlacedComponent[] {
  const inner = walkComponents(component.components, [...path, 'components']);
  const single = (['accessory', 'component'] as const).flatMap((key) => {
    const child = component[key];
    return isObject(child) ? walkOne(child, [...path, key]) : [];
  });
  return [{ component, path }, ...inner, ...single];
}

/** The pictures, clips and files that a component shows, as they were sent. */
export function mediaOf(component: JsonObject): JsonObject[] {
  const items = objectsIn(component.items).flatMap((item) => (isObject(item.media) ? item.media : []));
  return [...items, component.media, component.file].filter(isObject);
}
