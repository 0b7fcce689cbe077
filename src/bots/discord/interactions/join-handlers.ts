import type { InteractionHandlers } from './interaction.ts';

/** Everybody's handlers in one; each has names of its own. */
export function joinHandlers(...all: readonly Partial<InteractionHandlers>[]): InteractionHandlers {
  const joined = <Kind extends keyof InteractionHandlers>(kind: Kind) =>
    Object.assign({}, ...all.map((each) => each[kind] ?? {})) as InteractionHandlers[Kind];
  return {
    commands: joined('commands'),
    suggestions: joined('suggestions'),
    components: joined('components'),
    forms: joined('forms'),
  };
}
