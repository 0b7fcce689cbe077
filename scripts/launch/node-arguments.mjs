/**
 * Arguments for a Node that runs our code; npm may run on an older one, which does not know them.
 *
 * `--liftoff-only`: WebAssembly is compiled once, quickly. V8's second compiler takes 600 MB and a second of processor for one
 * function of PGlite's alone, at every start (`--trace-wasm-compilation-times`), and what comes of it is hardly quicker.
 */
export const nodeArguments = ['--liftoff-only', `--import=${new URL('./resolve-drizzle.mjs', import.meta.url).href}`];
