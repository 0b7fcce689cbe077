import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const ticket = z.object({ voter: z.string(), callId: z.string(), left: z.string(), right: z.string() });
/** Which two clips a voter was shown. */
export type DuelTicket = z.infer<typeof ticket>;

/** Signed: otherwise a group could answer about the one clip that it wants to have win, again and again. */
export function writeTicket(of: DuelTicket, secret: string): string {
  const text = Buffer.from(JSON.stringify(of)).toString('base64url');
  return `${text}.${sign(text, secret).toString('base64url')}`;
}

/** Null where it is none of ours. */
export function readTicket(written: string, secret: string): DuelTicket | null {
  const [text = '', signature = ''] = written.split('.');
  const [ours, theirs] = [sign(text, secret), Buffer.from(signature, 'base64url')];
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return null;
  return ticket.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
}

function sign(text: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`duel ${text}`).digest();
}
