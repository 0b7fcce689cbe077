/** One measured number, beside what the same machine can do at best. */
export interface Figure {
  name: string;
  value: number;
  /** Of `value` and `limit`, e.g. `steps/s`. */
  unit: string;
  /** What the bare thing underneath does in the same run; null where there is nothing to compare with. */
  limit: number | null;
  /** `value` / `limit`. */
  ratio: number | null;
  /** What we hold ourselves to, e.g. `ratio ≥ 0.3`; null where none is set. */
  target: string | null;
  /** What was measured on what, and what holds it back. */
  note: string;
}

/** What each module in this folder exports as `figures`, save for this one and `run.ts`. */
export type Figures = () => Promise<Figure[]>;
