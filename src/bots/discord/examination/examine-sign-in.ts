import { AdapterError } from '../../../requests/index.ts';
import { attention, type Finding, failing, ok } from '../../finding.ts';
import { createTokenEndpoint } from '../signing-in/token-endpoint.ts';

export interface SignInToExamine {
  /** Null: nobody signs in by Discord here. */
  clientSecret: string | null;
  /** Where Discord is to send people back to. */
  callbackUrl: string;
  apiUrl: string;
}

const ABOUT = 'discord sign-in';
const PORTAL = 'On https://discord.com/developers/applications, choose the application › OAuth2';
const DEADLINES = { answerMs: 8000, wholeMs: 12_000 };

/** Whether people can sign in on the pages with Discord, as the application is set up there. Changes nothing. */
export async function examineSignIn(
  application: { id: string; redirect_uris?: readonly string[] },
  { clientSecret, callbackUrl, apiUrl }: SignInToExamine,
): Promise<Finding> {
  if (clientSecret === null) {
    const says =
      'DISCORD_CLIENT_SECRET is not set: curators sign in by a link, and members see what is kept of them on Discord.';
    return ok(ABOUT, says);
  }
  const endpoint = createTokenEndpoint({
    ...{ apiUrl, clientSecret, deadlines: DEADLINES },
    clientId: async () => application.id,
  });
  try {
    if (!(await endpoint.knowsUs())) {
      const advice = `${PORTAL}, Reset Secret, and set DISCORD_CLIENT_SECRET to the new one.`;
      return failing(ABOUT, 'Discord refuses DISCORD_CLIENT_SECRET.', advice);
    }
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    const advice = 'Ask again in a while.';
    return attention(ABOUT, `The secret could not be tried: ${error.message}.`, advice);
  }
  if (!(application.redirect_uris ?? []).includes(callbackUrl)) {
    const says = `Discord sends nobody back to ${callbackUrl}: it is none of the application’s redirects.`;
    return failing(ABOUT, says, `${PORTAL} › Redirects, and add ${callbackUrl} as it stands here.`);
  }
  return ok(ABOUT, `Discord takes the secret, and sends people back to ${callbackUrl}.`);
}
