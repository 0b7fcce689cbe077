/** The package brings its library for Linux on x64 only; elsewhere nothing is signed or read. */
export async function loadC2pa() {
  try {
    return await import('@contentauth/c2pa-node');
  } catch {
    return null;
  }
}
