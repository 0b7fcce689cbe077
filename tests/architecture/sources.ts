import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

export interface Import {
  /** A path from the root of the project, or the name of a package, or `node:…`. */
  to: string;
  /** Gone when the code runs. */
  typeOnly: boolean;
}

export interface Source {
  /** From the root of the project, with `/`. */
  path: string;
  text: string;
  imports: readonly Import[];
  /** Names that it exports; `default` for a default export. */
  exports: readonly string[];
}

const root = join(import.meta.dirname, '../..');
const code = /\.(ts|tsx|mjs)$/;

/** Every file of code under these folders. */
export function readSources(folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((path) => code.test(path))
      .sort()
      .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8'))),
  );
}

/** Names of the folders in a folder. */
export function foldersIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Reads imports and exports with the parser that Vite has, so that comments and strings are told from code. */
export function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  const [problem] = parsed.errors;
  if (problem !== undefined) throw new Error(`${path}: ${problem.message}`);
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const exported = staticExports.flatMap(({ entries }) => entries);
  const found: Import[] = [
    ...staticImports.map(({ moduleRequest, entries }) => ({
      to: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...exported.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [{ to: moduleRequest.value, typeOnly: isType }],
    ),
    ...dynamicImports.flatMap(({ moduleRequest }) => {
      const name = /^(['"])(.+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2];
      return name === undefined ? [] : [{ to: name, typeOnly: false }];
    }),
    // A file that is run in a process of its own is named like this.
    ...[...text.matchAll(/new URL\(\s*(['"])(\.[^'"]+\.(?:ts|mjs))\1,\s*import\.meta\.url/g)].map((match) => ({
      to: match[2] ?? '',
      typeOnly: false,
    })),
  ];
  return {
    path,
    text,
    imports: found.map(({ to, typeOnly }) => ({
      to: to.startsWith('.') ? posix.join(posix.dirname(path), to) : to,
      typeOnly,
    })),
    exports: exported.map(({ exportName }) => (exportName.kind === 'Default' ? 'default' : (exportName.name ?? '*'))),
  };
}
