/** Where an account is, and as whom, by its platform. */
export const WHERE_TEXT: Readonly<Record<string, 'mineInRoom' | 'mineOnDiscord' | 'joinOnX'>> = {
  room: 'mineInRoom',
  discord: 'mineOnDiscord',
  x: 'joinOnX',
};
