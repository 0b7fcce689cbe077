/** In units of its own: a picture without words in it, stretched to the place it has and mirrored where one reads from the right. */
export const PLOT = { width: 1000, height: 200 } as const;

/** Of the place of a moment, how much a bar takes. */
const BAR = 0.7;

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Nothing is drawn for nothing. */
export function barsOf(values: readonly (number | null)[], highest: number): Bar[] {
  const place = PLOT.width / values.length;
  return values.flatMap((value, index) => {
    if (value === null || value <= 0 || highest <= 0) return [];
    const height = (value / highest) * PLOT.height;
    return [
      {
        x: round((index + (1 - BAR) / 2) * place),
        y: round(PLOT.height - height),
        width: round(place * BAR),
        height: round(height),
      },
    ];
  });
}

/** Through the middle of each moment's place; where nothing was measured, the line is broken. */
export function lineOf(values: readonly (number | null)[], highest: number, { closed }: { closed: boolean }): string {
  const place = PLOT.width / values.length;
  const runs: [number, number][][] = [[]];
  values.forEach((value, index) => {
    if (value === null) runs.push([]);
    else
      runs.at(-1)?.push([round((index + 0.5) * place), round(PLOT.height * (1 - (highest > 0 ? value / highest : 0)))]);
  });
  return runs
    .filter((run) => run.length > 0)
    .map((run) => {
      // One point alone would be a line without length.
      const points = run.length === 1 ? [run[0] as [number, number], run[0] as [number, number]] : run;
      const drawn = points.map(([x, y]) => `${x} ${y}`).join('L');
      return closed ? `M${points[0]?.[0]} ${PLOT.height}L${drawn}L${points.at(-1)?.[0]} ${PLOT.height}Z` : `M${drawn}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
