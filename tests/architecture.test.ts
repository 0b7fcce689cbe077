import { describe, expect, it } from 'vitest';
import { pageSources } from '../scripts/launch/ensure-pages.mjs';
import * as rules from './architecture/rules.ts';
import { foldersIn, parseSource, readSources } from './architecture/sources.ts';

const pagesRule = rules.pagesAreBuiltFrom(pageSources);
const app = readSources(['src']);
const everything = readSources(['src', 'tests', 'scripts', 'bench']);

describe('the code', () => {
  it.each([
    ['has a part for each file', rules.everyFileHasAPart],
    ['imports only files that are there', rules.importsNameFiles],
    ['lets each part import only what it may', rules.partsImportWhatTheyMay],
    ['keeps adapters apart from each other', rules.adaptersKeepApart],
    ['keeps each package in the part it belongs to', rules.packagesStayWhereTheyBelong],
    ['reaches for nothing outside from the domain and the ports', rules.theDomainIsPure],
    ['reads the environment in src/app/config.ts only', rules.onlyTheConfigurationReadsTheEnvironment],
    ['has no cycles', rules.nothingImportsItself],
    ['builds the pages again when what they import changed', pagesRule],
    ['has names that say something', rules.namesSaySomething],
  ])('%s', (_, rule) => {
    expect(rule(app)).toEqual([]);
  });

  it.each([
    ['is in files of at most 400 lines', rules.filesAreShort],
    ['has no default exports', rules.nothingIsExportedAsDefault],
    ['is in files named in kebab case', rules.filesAreInKebabCase],
  ])('%s, tests and scripts too', (_, rule) => {
    expect(rule(everything)).toEqual([]);
  });
});

describe('adapters', () => {
  /** Folders beside the platforms that are none. */
  const otherFolders = ['announcing', 'hearing', 'joining', 'reading', 'signing-in'];

  it.each([
    ['platformAdapters', 'src/bots'],
    ['engineAdapters', 'src/generation/engines'],
    ['writerAdapters', 'src/generation/writers'],
    ['stillAdapters', 'src/generation/still-makers'],
    ['speechAdapters', 'src/generation/speech'],
    ['screeningAdapters', 'src/moderation/screening'],
    ['translatorAdapters', 'src/moderation/translators'],
  ])('in %s are the folders in %s', async (name, folder) => {
    const registries: Record<string, object> = await import('../src/app/adapters.ts');
    const registered = Object.keys(registries[name] ?? {}).sort();
    expect(registered).toEqual(foldersIn(folder).filter((found) => !otherFolders.includes(found)));
  });
});

describe('each rule, broken once, complains', () => {
  const long = 'let line = 1;\n'.repeat(rules.longestFile + 1);
  it.each([
    ['a file of no part', rules.everyFileHasAPart, 'src/somewhere/else.ts', ''],
    ['a file that is not there', rules.importsNameFiles, 'src/app/main.ts', "import '../gone.ts';"],
    [
      'requests that know calls',
      rules.partsImportWhatTheyMay,
      'src/requests/a.ts',
      "import type { Call } from '../calls/call.ts';",
    ],
    [
      'a port that knows a use case',
      rules.partsImportWhatTheyMay,
      'src/generation/video-engine.ts',
      "import './plan-clip.ts';",
    ],
    [
      'a use case that knows an adapter',
      rules.partsImportWhatTheyMay,
      'src/bots/a.ts',
      "import './discord/client.ts';",
    ],
    [
      'a use case that knows the store',
      rules.partsImportWhatTheyMay,
      'src/voting/a.ts',
      "import '../store/schema.ts';",
    ],
    [
      'a use case that loads an adapter late',
      rules.partsImportWhatTheyMay,
      'src/bots/a.ts',
      "await import('./x/client.ts');",
    ],
    [
      'a use case that passes an adapter on',
      rules.partsImportWhatTheyMay,
      'src/bots/a.ts',
      "export * from './x/client.ts';",
    ],
    [
      'a route that knows an adapter',
      rules.partsImportWhatTheyMay,
      'src/web/api/a.ts',
      "import '../../bots/room/room-platform.ts';",
    ],
    [
      'a page that knows a use case',
      rules.partsImportWhatTheyMay,
      'src/web/app/a.tsx',
      "import '../../bots/deliver-clip.ts';",
    ],
    [
      'wording that runs a use case',
      rules.partsImportWhatTheyMay,
      'src/wording/a.ts',
      "import { fit } from '../generation/fit-to-engine.ts';",
    ],
    [
      'an adapter that forks the queue',
      rules.partsImportWhatTheyMay,
      'src/bots/x/a.ts',
      "new URL('../../queue/worker.ts', import.meta.url);",
    ],
    ['an adapter that knows another', rules.adaptersKeepApart, 'src/bots/x/a.ts', "import '../discord/client.ts';"],
    [
      'an engine that knows a platform',
      rules.adaptersKeepApart,
      'src/generation/engines/a/b.ts',
      "import '../../../bots/x/a.ts';",
    ],
    [
      'a use case with an SDK',
      rules.packagesStayWhereTheyBelong,
      'src/bots/a.ts',
      "import type { Client } from 'discord.js';",
    ],
    [
      'a use case with part of an SDK',
      rules.packagesStayWhereTheyBelong,
      'src/bots/a.ts',
      "import { fal } from '@ai-sdk/fal/models';",
    ],
    ['a route with SQL', rules.packagesStayWhereTheyBelong, 'src/web/api/a.ts', "import { sql } from 'drizzle-orm';"],
    [
      'an engine with a queue',
      rules.packagesStayWhereTheyBelong,
      'src/generation/engines/a/b.ts',
      "import { Queue } from 'bullmq';",
    ],
    ['a domain that reads files', rules.theDomainIsPure, 'src/requests/a.ts', "import { readFile } from 'node:fs';"],
    [
      'the environment',
      rules.onlyTheConfigurationReadsTheEnvironment,
      'src/queue/a.ts',
      'const { HOME } = process.env;',
    ],
    [
      'the environment by another way',
      rules.onlyTheConfigurationReadsTheEnvironment,
      'src/queue/a.ts',
      "import { env } from 'node:process';",
    ],
    ['a cycle', rules.nothingImportsItself, 'src/requests/a.ts', "import type { A } from './a.ts';"],
    [
      'pages with code that does not rebuild them',
      pagesRule,
      'src/web/app/a.tsx',
      "import { rank } from '../../voting/ranking.ts';",
    ],
    ['a long file', rules.filesAreShort, 'src/app/a.ts', long],
    ['a default export', rules.nothingIsExportedAsDefault, 'src/app/a.ts', 'export default function start() {}'],
    ['an empty name of a file', rules.namesSaySomething, 'src/app/string-utils.ts', ''],
    ['an empty name of a folder', rules.namesSaySomething, 'src/helpers/a.ts', ''],
    ['an empty name of an export', rules.namesSaySomething, 'src/app/a.ts', 'export class VoteManager {}'],
    ['a file in another case', rules.filesAreInKebabCase, 'src/app/myApp.ts', ''],
  ])('%s', (_, rule, path, text) => {
    expect(rule([parseSource(path, text)])).toHaveLength(1);
  });

  it('a cycle over several files, once', () => {
    const cycle = [
      parseSource('src/requests/a.ts', "import './b.ts';"),
      parseSource('src/requests/b.ts', "export { c } from './c.ts';"),
      parseSource('src/requests/c.ts', "import './b.ts';"),
    ];
    expect(rules.nothingImportsItself(cycle)).toEqual(['src/requests/b.ts → src/requests/c.ts → src/requests/b.ts']);
  });

  it('but not what only looks like it', () => {
    const harmless = parseSource(
      'src/requests/a.ts',
      "// import './b.ts'; process.env\nexport const text = \"import '../store/schema.ts'\";\nimport type { Readable } from 'node:stream';",
    );
    const all = [rules.partsImportWhatTheyMay, rules.theDomainIsPure, rules.onlyTheConfigurationReadsTheEnvironment];
    expect(all.flatMap((rule) => rule([harmless]))).toEqual([]);
  });
});
