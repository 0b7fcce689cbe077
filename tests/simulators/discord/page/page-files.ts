import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

const client = join(import.meta.dirname, 'client');
const fonts = join(import.meta.dirname, '../../../../node_modules/@fontsource-variable');
const fontFiles: Record<string, string> = {
  'inter.woff2': 'inter/files/inter-latin-wght-normal.woff2',
  'arabic.woff2': 'noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
};

export interface PageFile {
  type: string;
  content: string | Buffer;
}

/** A file of the page. Its TypeScript is sent as it is, less the types: browsers read the rest. */
export async function readPageFile(path: string): Promise<PageFile | null> {
  if (path === '/') return { type: 'text/html; charset=utf-8', content: await readFile(join(client, 'page.html')) };
  const name = /^\/page\/([\w-]+\.(?:ts|css|svg|woff2))$/.exec(path)?.[1];
  if (name === undefined) return null;
  const font = fontFiles[name];
  if (font !== undefined) return { type: 'font/woff2', content: await readFile(join(fonts, font)) };
  const text = await readFile(join(client, name), 'utf8').catch(() => null);
  if (text === null) return null;
  if (name.endsWith('.css')) return { type: 'text/css; charset=utf-8', content: text };
  if (name.endsWith('.svg')) return { type: 'image/svg+xml', content: text };
  return { type: 'text/javascript; charset=utf-8', content: stripTypeScriptTypes(text) };
}
