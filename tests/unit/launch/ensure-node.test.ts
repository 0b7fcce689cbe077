import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureNode } from '../../../scripts/launch/ensure-node.mjs';
import { nodePackage } from '../../../scripts/launch/node-version.mjs';

const source = nodePackage(process.platform, process.arch);

describe.skipIf(source === null || process.platform === 'win32')('a Node of the checkout’s own', () => {
  let root: string;

  /** In the place of npm: brings a package whose Node is the shell script in `FAKE_NODE`. */
  const npm = `
    const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
    appendFileSync(process.env.NPM_CALLS, process.argv.slice(2).join(' ') + '\\n');
    const folder = 'node_modules/${source?.name}/bin';
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + '/node', process.env.FAKE_NODE, { mode: 0o755 });
  `;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'open-call-node-'));
    await mkdir(join(root, 'npm-home'));
    await writeFile(join(root, 'npm-home/npm-cli.js'), npm);
    vi.stubEnv('npm_execpath', join(root, 'npm-home/npm-cli.js'));
    vi.stubEnv('NPM_CALLS', join(root, 'npm-calls'));
    vi.stubEnv('FAKE_NODE', '#!/bin/sh\necho v24.9.0\n');
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await rm(root, { recursive: true, force: true });
  });

  it('is not needed where this one will do', async () => {
    expect(await ensureNode(root, '22.18.0')).toBe(process.execPath);
    expect(existsSync(join(root, '.runtime'))).toBe(false);
  });

  it('is fetched once, and said in one line', async () => {
    const node = await ensureNode(root, '20.20.2');
    expect(node).toBe(join(root, '.runtime/node-24/bin/node'));
    expect(existsSync(node)).toBe(true);
    expect(vi.mocked(process.stderr.write).mock.calls).toEqual([
      [expect.stringMatching(/^Node 20\.20\.2 is older than 22\.18: fetching Node 24 .*\n$/)],
    ]);
    await rm(join(root, 'npm-home'), { recursive: true });
    expect(await ensureNode(root, '20.20.2')).toBe(node);
    expect(await readdir(join(root, '.runtime'))).toEqual(['node-24']);
  });

  it('whose download was cut short is fetched again', async () => {
    await mkdir(join(root, '.runtime/partial-node-4711/node_modules'), { recursive: true });
    await ensureNode(root, '20.20.2');
    expect(await readdir(join(root, '.runtime'))).toEqual(['node-24']);
  });

  it.each([
    ['#!/bin/sh\nexit 127\n', /does not run on this machine/],
    ['#!/bin/sh\necho v22.1.0\n', /too old/],
  ])('that is of no use is not kept', async (script, message) => {
    vi.stubEnv('FAKE_NODE', script);
    await expect(ensureNode(root, '20.20.2')).rejects.toThrow(message);
    expect(existsSync(join(root, '.runtime/node-24'))).toBe(false);
  });
});
