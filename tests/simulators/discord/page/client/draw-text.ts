import { element } from './element.ts';
import { type Block, readMarkdown, type Span } from './read-markdown.ts';
import { language, say } from './texts.ts';

export type Names = Readonly<Record<string, string>>;

/** What somebody wrote, as Discord shows it. */
export function drawText(text: string, names: Names): HTMLElement {
  return element('div', { class: 'text', dir: 'auto' }, ...readMarkdown(text).map((block) => drawBlock(block, names)));
}

function drawBlock(block: Block, names: Names): Node {
  switch (block.kind) {
    case 'quote':
      return element('blockquote', { dir: 'auto' }, ...block.blocks.map((inner) => drawBlock(inner, names)));
    case 'fence':
      return element('pre', { dir: 'auto' }, element('code', {}, block.text));
    case 'heading':
      return element('p', { class: `heading-${block.level}` }, ...drawSpans(block.inner, names));
    case 'item':
      return element('p', { class: 'item' }, ...drawSpans(block.inner, names));
    case 'small':
      return element('p', { class: 'small' }, ...drawSpans(block.inner, names));
    default:
      return element('p', {}, ...drawSpans(block.inner, names));
  }
}

const tags = { strong: 'strong', emphasis: 'em', underline: 'u', strike: 's' } as const;

function drawSpans(spans: readonly Span[], names: Names): Node[] {
  return spans.map((span) => {
    switch (span.kind) {
      case 'text':
        return new Text(span.text);
      case 'code':
        return element('code', { dir: 'auto' }, span.text);
      case 'link':
        return drawLink(span.url, drawSpans(span.inner, names), names);
      case 'mention': {
        const sign = span.of === 'channel' ? '#' : '@';
        return element('bdi', { class: 'mention' }, `${sign}${names[span.id] ?? say('somebody')}`);
      }
      case 'everyone':
        return element('bdi', { class: 'mention' }, span.text);
      case 'moment':
        return drawMoment(span.at, span.style);
      case 'spoiler': {
        const shown = element('span', {}, ...drawSpans(span.inner, names));
        return element('details', { class: 'spoiler' }, element('summary', {}, say('spoiler')), shown);
      }
      default:
        return element(tags[span.kind], {}, ...drawSpans(span.inner, names));
    }
  });
}

/** A link to a message leads to it on this page. */
function drawLink(url: string, inner: readonly Node[], names: Names): HTMLElement {
  const [, channel, message] = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)(?:\/(\d+))?$/.exec(url) ?? [];
  if (channel === undefined) {
    return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...inner);
  }
  const name = `#${names[channel] ?? ''}`;
  const href = `#${channel}${message === undefined ? '' : `/${message}`}`;
  return element('a', { class: 'mention', href }, element('bdi', {}, message === undefined ? name : `${name} › ↗`));
}

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

function drawMoment(at: number, style: string): HTMLElement {
  const date = new Date(at);
  const long = new Intl.DateTimeFormat(language, styles.F).format(date);
  const written = style === 'R' ? relative(at) : new Intl.DateTimeFormat(language, styles[style]).format(date);
  return element('time', { datetime: date.toISOString(), title: long }, written);
}

function relative(at: number): string {
  const away = at - Date.now();
  const [unit, length] = units.find(([, each]) => Math.abs(away) >= each) ?? ['second', 1000];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(away / length), unit);
}
