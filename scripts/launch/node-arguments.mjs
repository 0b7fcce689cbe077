/** Arguments for a Node that runs our code; npm may run on an older one, which does not know them. */
export const nodeArguments = [`--import=${new URL('./resolve-drizzle.mjs', import.meta.url).href}`];
