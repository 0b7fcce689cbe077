import type { SignIn } from '../../bots/x/signing-in/begin-sign-in.ts';
import type { Callback } from '../../bots/x/signing-in/read-callback.ts';
import type { Ending } from './ending.ts';

/** What is to be done now. The address holds no secret: whoever opens it only gets X's page. */
export function waitingLines({ address, callbackUrl }: SignIn, isHeard: boolean): string[] {
  const back = isHeard
    ? [
        `  Then X sends you back to ${callbackUrl}, which is heard here.`,
        '  If your browser is on another machine it will say that the page cannot be reached: copy its whole address,',
        '  paste it here and press Enter.',
      ]
    : [
        `  Then X sends you back to ${callbackUrl}, which cannot be listened to here. Copy the whole address`,
        '  that the browser shows then, paste it here and press Enter.',
      ];
  return [
    '',
    "  Open this address in a browser in which you are the bot's account at X:",
    '',
    `  ${address}`,
    '',
    ...back,
    '',
  ];
}

/** How it ended, with what to do. */
export function outcomeLines(ending: Ending | Callback): string[] {
  switch (ending.outcome) {
    case 'allowed':
      return [];
    case 'signed-in':
      return [
        `  @${ending.username} is logged in. The app keeps it so by itself; npm run opencall -- doctor has a look.`,
      ];
    case 'denied':
      return ['  Cancel was pressed at X, so the bot was not let in. Nothing has changed.'];
    case 'refused':
      return [
        `  X does not let the bot in: ${ending.reason}.`,
        '  In the settings of the app at X, look at the callback address, and that OAuth 2.0 is switched on.',
      ];
    case 'client-refused':
      return [
        `  X does not know the app: ${ending.reason}.`,
        '  Set X_CLIENT_ID and X_CLIENT_SECRET to what stands under “OAuth 2.0” on the page of your app, and begin again.',
      ];
    case 'code-refused':
      return [
        `  X refuses the answer: ${ending.reason}.`,
        '  It is good for half a minute and once, and X_CALLBACK_URL must be what is set at X. Begin again.',
      ];
    case 'scopes-missing':
      return [
        `  X did not grant ${ending.missing.join(', ')}, without which the bot cannot do its work. Nothing has changed.`,
        '  Choose “Read and write” in the settings of the app at X, and begin again.',
      ];
    case 'other-account':
      return [
        `  @${ending.username} logged in, but X_ACCESS_TOKEN is @${ending.keysOf}'s. Nothing has changed.`,
        '  Log in as that one, or take the four keys out of the settings.',
      ];
    case 'not-ours':
      return ['  That is the answer to another attempt. Open the address above, and paste where it leads.'];
    case 'no-answer':
      return ['  That is not where X sends you back to. Paste the whole address, from http on.'];
    case 'nobody-came':
      return [
        '  No answer came. Where X said that something went wrong: X_CLIENT_ID must be that of your app, and the callback',
        '  address in the settings of the app at X the same as X_CALLBACK_URL, letter by letter. Begin again.',
      ];
    case 'x-away':
      return [`  ${ending.reason}. Nothing has changed; begin again.`];
    default:
      return ending satisfies never;
  }
}
