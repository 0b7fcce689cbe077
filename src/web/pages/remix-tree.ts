import { DIRECTION } from '../../wording/page-language.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup } from './html.ts';
import { inLanguage, type Place } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';

/** One of the clips that were made of one another; what was taken down keeps its place and nothing else. */
export interface Version {
  id: string;
  parentId: string | null;
  shown: Pick<ShownClip, 'clip' | 'thumbnailUrl'> | null;
}

export interface PlacedVersion extends Version {
  /** How many steps it is from the first. */
  column: number;
  row: number;
}

/** In pixels. */
const NODE = { width: 104, height: 78, label: 22 };
const STEP = { across: 148, down: 116 };
const EDGE = 4;
const LABEL_LENGTH = 16;

/**
 * Puts each version a column behind what it was made of, halfway between its first and its last remix, so that no two stand
 * in one place and no branch crosses another. Each has to come after the one it was made of.
 */
export function placeVersions(versions: readonly Version[]): PlacedVersion[] {
  const known = new Set(versions.map(({ id }) => id));
  const of = (parent: string | null) =>
    versions.filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent);
  let nextRow = 0;
  const place = (version: Version, column: number): PlacedVersion[] => {
    const branches = of(version.id).map((remix) => place(remix, column + 1));
    const first = branches[0]?.[0];
    const last = branches.at(-1)?.[0];
    const row = first && last ? (first.row + last.row) / 2 : nextRow++;
    return [{ ...version, column, row }, ...branches.flat()];
  };
  return of(null).flatMap((root) => place(root, 0));
}

/** What was made of what, as a picture whose parts are links. It reads in the direction of the page. */
export function remixTree(versions: readonly Version[], current: string, place: Place): Markup {
  const { say, language } = place;
  const placed = placeVersions(versions);
  const width = Math.max(...placed.map(({ column }) => column)) * STEP.across + NODE.width + 2 * EDGE;
  const height = Math.max(...placed.map(({ row }) => row)) * STEP.down + NODE.height + NODE.label + 2 * EDGE;
  const mirrored = DIRECTION[language] === 'rtl';
  const left = ({ column }: PlacedVersion) =>
    mirrored ? width - EDGE - NODE.width - column * STEP.across : EDGE + column * STEP.across;
  const top = ({ row }: PlacedVersion) => EDGE + row * STEP.down;
  const byId = new Map(placed.map((version) => [version.id, version]));

  const lines = placed.map((version) => {
    const parent = version.parentId === null ? undefined : byId.get(version.parentId);
    if (!parent) return null;
    const [from, to] = [left(parent) + (mirrored ? 0 : NODE.width), left(version) + (mirrored ? NODE.width : 0)];
    const middle = (from + to) / 2;
    const [start, end] = [top(parent) + NODE.height / 2, top(version) + NODE.height / 2];
    return html`<path class="branch" d="M${from} ${start}C${middle} ${start} ${middle} ${end} ${to} ${end}"/>`;
  });
  return html`<div class="tree"><svg class="tree-picture" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${say('versionsTitle')}">
${lines}${placed.map((version) => drawn(version, left(version), top(version)))}
</svg></div>`;

  function drawn({ id, shown }: PlacedVersion, x: number, y: number): Markup {
    const frame = html`<rect x="${x}" y="${y}" width="${NODE.width}" height="${NODE.height}" rx="8"/>`;
    const label = (text: string) =>
      html`<text x="${x + NODE.width / 2}" y="${y + NODE.height + 16}" text-anchor="middle">${text}</text>`;
    if (shown === null) {
      const gone = say('versionGone');
      return html`<g class="version" data-gone role="img" aria-label="${gone}">${frame}${label(gone)}</g>`;
    }
    const caption = harmlessText(shown.clip.caption);
    const here = id === current ? html` aria-current="page"` : null;
    return html`<a class="version" href="${inLanguage(`/clips/${id}`, language)}"${here}><title>${caption}</title>${frame}<image href="${shown.thumbnailUrl}" x="${x}" y="${y}" width="${NODE.width}" height="${NODE.height}" preserveAspectRatio="xMidYMid meet"/>${label(shortened(caption))}</a>`;
  }
}

function shortened(text: string): string {
  const graphemes = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return graphemes.length <= LABEL_LENGTH
    ? text
    : `${graphemes
        .slice(0, LABEL_LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}
