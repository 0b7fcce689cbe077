/** What a page loads, by the addresses under which it is served. */
export interface PageFiles {
  styles: readonly string[];
  /** Modules; the page is whole without them. */
  scripts: readonly string[];
}

export const NO_FILES: PageFiles = { styles: [], scripts: [] };
