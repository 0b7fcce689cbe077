import { posix } from 'node:path';
import {
  adapterFolder,
  mayImport,
  mayImportTypes,
  type Part,
  packageOwners,
  partOf,
  pureBuiltins,
  purePackages,
  pureParts,
} from './parts.ts';
import type { Import, Source } from './sources.ts';

/** Looks through the code and says, one line each, what is not as it should be. */
export type Rule = (sources: readonly Source[]) => string[];

const isOurs = ({ to }: Import) => to.startsWith('src/');

const eachImport = (sources: readonly Source[], judge: (source: Source, found: Import, part: Part) => string | null) =>
  sources.flatMap((source) => {
    const part = partOf(source.path);
    if (part === null) return [];
    return source.imports.map((found) => judge(source, found, part)).filter((complaint) => complaint !== null);
  });

export const everyFileHasAPart: Rule = (sources) =>
  sources.filter(({ path }) => partOf(path) === null).map(({ path }) => `${path} belongs to no part`);

export const partsImportWhatTheyMay: Rule = (sources) =>
  eachImport(sources, ({ path }, found, part) => {
    const target = isOurs(found) ? partOf(found.to) : null;
    if (target === null || mayImport[part].includes(target)) return null;
    if (found.typeOnly && mayImportTypes[part]?.includes(target)) return null;
    return `${path} (${part}) imports ${found.to} (${target})`;
  });

export const adaptersKeepApart: Rule = (sources) =>
  eachImport(sources, ({ path }, { to }, part) => {
    const target = adapterFolder(to);
    if (part !== 'adapter' || target === null || target === adapterFolder(path)) return null;
    return `${path} imports another adapter, ${to}`;
  });

/** `@scope/name/file` → `@scope/name` */
const packageName = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

export const packagesStayWhereTheyBelong: Rule = (sources) =>
  eachImport(sources, ({ path }, found, part) => {
    if (isOurs(found) || found.to.startsWith('node:') || found.to.startsWith('..')) return null;
    const owner = packageOwners.find(([pattern]) => pattern.test(found.to));
    if (owner !== undefined && part !== 'app' && !owner[1].includes(part))
      return `${path} (${part}) imports ${found.to}`;
    const pure = pureParts.includes(part) || part === 'use-case';
    return pure && !purePackages.includes(packageName(found.to)) ? `${path} (${part}) imports ${found.to}` : null;
  });

export const theDomainIsPure: Rule = (sources) =>
  eachImport(sources, ({ path }, { to, typeOnly }, part) => {
    if (!pureParts.includes(part) || typeOnly || !to.startsWith('node:') || pureBuiltins.includes(to)) return null;
    return `${path} (${part}) imports ${to}`;
  });

export const importsNameFiles: Rule = (sources) => {
  const paths = new Set(sources.map(({ path }) => path));
  return sources.flatMap(({ path, imports }) =>
    imports
      .filter((found) => isOurs(found) && /\.(ts|tsx)$/.test(found.to) && !paths.has(found.to))
      .map(({ to }) => `${path} imports ${to}, which is not there`),
  );
};

export const onlyTheConfigurationReadsTheEnvironment: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith('src/') && path !== 'src/app/config.ts')
    .filter(({ text }) =>
      /\bprocess\s*(\?\.|\.|\[['"])\s*env\b|\benv\b[^;]*from 'node:process'|import\.meta\.env\b/.test(
        withoutComments(text),
      ),
    )
    .map(({ path }) => `${path} reads the environment`);

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

/** Imports of types count as well: two files that need each other's types are one thing in two places. */
export const nothingImportsItself: Rule = (sources) => {
  const bySource = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const { to } of bySource.get(path)?.imports ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return cycles;
};

export const longestFile = 400;

export const filesAreShort: Rule = (sources) =>
  sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ path, lines }) => `${path} has ${lines} lines`);

export const nothingIsExportedAsDefault: Rule = (sources) =>
  sources.filter(({ exports }) => exports.includes('default')).map(({ path }) => `${path} has a default export`);

/** Names that say nothing, and abbreviations. */
const forbiddenWords = new Set(
  'util utils helper helpers manager service common misc impl req res ctx cfg msg mgr btn cb fn args opts'.split(' '),
);

/** `createTaskManager` and `task-manager` → create, task, manager */
const wordsOf = (name: string) =>
  name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).map((word) => word.toLowerCase());

export const namesSaySomething: Rule = (sources) =>
  sources.flatMap(({ path, exports }) =>
    [...path.split('/'), ...exports]
      .filter((name) => wordsOf(name).some((word) => forbiddenWords.has(word)))
      .map((name) => `${path}: the name ${name}`),
  );

export const filesAreInKebabCase: Rule = (sources) =>
  sources
    .filter(({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|mjs)$/.test(posix.basename(path)))
    .map(({ path }) => `${path} is not in kebab case`);

/** What the pages have in them when they run must make them be built again; see scripts/launch/ensure-pages.mjs. */
export const pagesAreBuiltFrom =
  (pageSources: readonly string[]): Rule =>
  (sources) =>
    sources
      .filter(({ path }) => partOf(path) === 'pages')
      .flatMap(({ path, imports }) =>
        imports
          .filter((found) => isOurs(found) && !found.typeOnly)
          .filter(({ to }) => !pageSources.some((source) => to === source || to.startsWith(`${source}/`)))
          .map(({ to }) => `${path} imports ${to}, of which pageSources in ensure-pages.mjs knows nothing`),
      );
