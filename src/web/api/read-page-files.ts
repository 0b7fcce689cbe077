import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { NO_FILES, type PageFiles } from '../pages/page-files.ts';

/** Vite's own account of what it built, by the file that each was built from. */
const manifest = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).default([]), imports: z.array(z.string()).default([]) }),
);

const ENTRY = 'gallery/gallery.ts';

/** Where the styles and scripts of the public pages lie, named by what is in them; before they are built there are none. */
export async function readPageFiles(directory: string): Promise<PageFiles> {
  const text = await readFile(join(directory, '.vite', 'manifest.json'), 'utf8').catch(() => null);
  if (text === null) return NO_FILES;
  const built = manifest.parse(JSON.parse(text));
  const entry = built[ENTRY];
  if (entry === undefined) return NO_FILES;
  // What is shared with other pages is in files of its own, which come first.
  const shared = entry.imports.flatMap((name) => built[name]?.css ?? []);
  return { styles: [...shared, ...entry.css].map((file) => `/${file}`), scripts: [`/${entry.file}`] };
}
