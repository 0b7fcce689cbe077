/** What a component does, and to what: `vote:c.<request>`. At most 100 characters; handled from the records alone. */
export function customId(action: string, subject: string): string {
  return `${action}:${subject}`;
}

export function readCustomId(id: string): { action: string; subject: string } {
  const at = id.indexOf(':');
  return at < 0 ? { action: id, subject: '' } : { action: id.slice(0, at), subject: id.slice(at + 1) };
}

/** The request that a post of ours is about, from its key; see `post-keys.ts`. */
export function requestOf(subject: string): string {
  return subject.replace(/^[a-z]\./, '');
}
