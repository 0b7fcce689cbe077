/** Discord's intents that matter here (docs: events/gateway, "List of Intents"). */
export const intent = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** Those that Discord must have granted to an application. */
export const privilegedIntents = intent.guildMembers | intent.guildPresences | intent.messageContent;

/** Every bit that means something; others end the connection. */
export const knownIntents = 0x33f_ffff;
