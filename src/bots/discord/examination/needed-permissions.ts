import { PermissionFlagsBits } from 'discord.js';

/** What the bot must be allowed to, by Discord's own name for it, and what for. Nothing else is asked for. */
export const NEEDED_PERMISSIONS = [
  { name: 'View Channels', bit: PermissionFlagsBits.ViewChannel, why: 'to see where it is mentioned' },
  { name: 'Send Messages', bit: PermissionFlagsBits.SendMessages, why: 'to answer' },
  {
    name: 'Send Messages in Threads',
    bit: PermissionFlagsBits.SendMessagesInThreads,
    why: 'to answer in threads and forums',
  },
  { name: 'Attach Files', bit: PermissionFlagsBits.AttachFiles, why: 'to post the clip' },
  {
    name: 'Read Message History',
    bit: PermissionFlagsBits.ReadMessageHistory,
    why: 'to answer a message, and to catch up with what was asked while it was away',
  },
] as const;
export type NeededPermission = (typeof NEEDED_PERMISSIONS)[number];

const ALL = NEEDED_PERMISSIONS.reduce((bits, { bit }) => bits | bit, 0n);

/** Where an admin invites the bot with exactly these permissions. */
export function invitationLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    permissions: String(ALL),
    scope: 'bot applications.commands',
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
