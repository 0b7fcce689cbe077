import { isObject, type JsonObject, objectsIn, textIn } from '../json.ts';
import type { NextSnowflake } from '../world/create-snowflakes.ts';
import type { StoredFile } from '../world/world.ts';
import { componentKind, walkComponents } from './component-kinds.ts';

const kind = componentKind;

/** Turns components as they were sent into what Discord answers: all numbered, defaults written out, media resolved. */
export function keepComponents(sent: unknown, files: readonly StoredFile[], nextId: NextSnowflake): JsonObject[] {
  const kept = objectsIn(structuredClone(sent));
  const placed = walkComponents(kept);
  const taken = new Set(placed.map(({ component }) => component.id));
  let next = 1;
  for (const { component } of placed) {
    if (typeof component.id !== 'number' || component.id === 0) {
      while (taken.has(next)) next += 1;
      component.id = next;
      next += 1;
    }
    for (const [key, value] of Object.entries(component)) if (value === null) delete component[key];
    fillIn(component, files, nextId);
  }
  return kept;
}

function fillIn(component: JsonObject, files: readonly StoredFile[], nextId: NextSnowflake): void {
  switch (component.type) {
    case kind.stringSelect:
    case kind.userSelect:
    case kind.roleSelect:
    case kind.mentionableSelect:
    case kind.channelSelect:
      component.min_values ??= 1;
      component.max_values ??= 1;
      break;
    case kind.thumbnail:
      component.media = resolveMedia(component.media, files, nextId);
      component.description ??= null;
      component.spoiler ??= false;
      break;
    case kind.mediaGallery:
      component.items = objectsIn(component.items).map((item) => ({
        media: resolveMedia(item.media, files, nextId),
        description: item.description ?? null,
        spoiler: item.spoiler ?? false,
      }));
      break;
    case kind.file: {
      const file = named(component.file, files);
      component.file = resolveMedia(component.file, files, nextId);
      component.name = file?.name ?? null;
      component.size = file?.bytes.length ?? null;
      component.spoiler ??= false;
      break;
    }
    case kind.separator:
      component.divider ??= true;
      component.spacing ??= 1;
      break;
    case kind.container:
      component.accent_color ??= null;
      component.spoiler ??= false;
      break;
  }
}

function named(media: unknown, files: readonly StoredFile[]): StoredFile | undefined {
  const url = isObject(media) ? textIn(media.url) : null;
  return files.find(({ name, id }) => url === `attachment://${name}` || url?.includes(`/${id}/`));
}

function resolveMedia(media: unknown, files: readonly StoredFile[], nextId: NextSnowflake): JsonObject {
  const file = named(media, files);
  const url = isObject(media) ? (textIn(media.url) ?? '') : '';
  if (file === undefined) return { id: nextId(), url, proxy_url: url, width: 0, height: 0, content_type: null };
  return {
    id: nextId(),
    url,
    proxy_url: url,
    width: file.width,
    height: file.height,
    content_type: file.contentType,
    attachment_id: file.id,
  };
}
