/** What a look at one thing showed, and what to do about it. */
export interface DiscordFinding {
  about:
    | 'discord token'
    | 'discord application'
    | 'discord intents'
    | 'discord sessions'
    | 'discord sign-in'
    | 'discord commands'
    | 'discord server'
    | 'discord setup';
  outcome: 'ok' | 'attention' | 'failing';
  says: string;
  /** Null where nothing is to be done. */
  advice: string | null;
}

export function ok(about: DiscordFinding['about'], says: string): DiscordFinding {
  return { about, outcome: 'ok', says, advice: null };
}
