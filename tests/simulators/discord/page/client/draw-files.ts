import type { ShownFile } from '../page-contract.ts';
import { element } from './element.ts';
import { say } from './texts.ts';

/** A picture, a clip or another file that was attached. */
export function drawFile(file: ShownFile, described: string | null = file.description): HTMLElement {
  const size = { width: file.width, height: file.height };
  if (file.type.startsWith('image/')) {
    return element('img', {
      class: 'media',
      src: file.url,
      alt: described ?? say('pictureOf', { name: file.name }),
      ...size,
    });
  }
  if (file.type.startsWith('video/')) {
    const label = described ?? say('videoOf', { name: file.name });
    const video = element('video', {
      class: 'media',
      src: file.url,
      controls: true,
      playsinline: true,
      loop: true,
      preload: 'metadata',
      'aria-label': label,
      ...size,
    });
    return described === null ? video : element('figure', {}, video, element('figcaption', { dir: 'auto' }, described));
  }
  const name = element('a', { href: file.url, download: file.name }, element('bdi', {}, file.name));
  return element('p', { class: 'file' }, name, ' ', element('span', { class: 'quiet' }, inKilobytes(file.size)));
}

function inKilobytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024))} kB`;
}
