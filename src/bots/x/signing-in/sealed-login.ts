import { z } from 'zod';
import type { KeptLogin } from '../x-logins.ts';
import type { Sealing } from './sealing.ts';

const secrets = z.object({ accessToken: z.string().min(1), refreshToken: z.string().min(1) });

export type LoginSecrets = z.infer<typeof secrets>;

type Whose = Pick<KeptLogin, 'clientId' | 'account'>;

const about = ({ clientId, account }: Whose) => `open-call x-login ${clientId} ${account.id}`;

export function sealLogin(sealing: Sealing, whose: Whose, given: LoginSecrets): string {
  return sealing.seal(JSON.stringify(secrets.parse(given)), about(whose));
}

/** Null where it was sealed with another key. */
export function openLogin(sealing: Sealing, login: Whose & Pick<KeptLogin, 'sealed'>): LoginSecrets | null {
  const opened = sealing.open(login.sealed, about(login));
  return opened === null ? null : secrets.parse(JSON.parse(opened));
}
