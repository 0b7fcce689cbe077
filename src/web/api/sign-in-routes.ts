import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountSignIn } from '../../bots/account-sign-in.ts';
import { AdapterError, memberKey, toInstant } from '../../requests/index.ts';
import { signedIn, signInAddress, signInOffer, signInReturn, signInWish } from './contract-of-signing.ts';
import { addressOf } from './place-of-page.ts';
import { refuse } from './refuse.ts';
import { problems } from './route-schemas.ts';
import { createSignInAttempts, type SignInAttempt } from './sign-in-attempts.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const tags = ['people'];

/** Signing in with an account at Discord. Where nobody has set it up, there is nothing here. */
export function addSignInRoutes(app: WebApp, context: WebContext): void {
  const { signIn, clock, secure } = context;
  const attempts = createSignInAttempts({ clock, secure });

  /** Discord sends nobody anywhere but to the addresses that its application names. */
  const callbackUrl = (request: FastifyRequest) => `${addressOf(request, context)}/sign-in/discord`;

  app.get(
    '/api/sign-in',
    { schema: { tags, summary: 'With which accounts one can sign in', response: { 200: signInOffer, ...problems } } },
    async () => ({ platforms: signIn ? [signIn.platform] : [] }),
  );

  app.post(
    '/api/sign-in/discord',
    {
      schema: {
        ...{ tags, summary: 'Begin to sign in with Discord', body: signInWish },
        response: { 200: signInAddress, ...problems },
      },
    },
    async (request, reply) => {
      if (!signIn) return refuse(reply, 'not-found');
      const { purpose } = request.body;
      const begun = attempts.begin(reply, purpose);
      try {
        return { address: await signIn.address({ purpose, callbackUrl: callbackUrl(request), ...begun }) };
      } catch (error) {
        return refuseAway(request, reply, error);
      }
    },
  );

  app.post(
    '/api/sign-in/discord/finish',
    {
      schema: {
        ...{ tags, summary: 'Sign in with what Discord sent somebody back with', body: signInReturn },
        response: { 200: signedIn, ...problems },
      },
    },
    async (request, reply) => {
      if (!signIn) return refuse(reply, 'not-found');
      const { state, code, error } = request.body;
      const attempt = attempts.end(request, reply, state);
      if (!attempt) return refuse(reply, 'sign-in-not-ours');
      if (error === 'access_denied') return refuse(reply, 'sign-in-denied');
      if (code === undefined) {
        request.log.error({ error }, 'Discord does not let anybody sign in');
        return refuse(reply, 'sign-in-not-set-up');
      }
      try {
        return await finish(context, signIn, { request, reply, attempt, code, callbackUrl: callbackUrl(request) });
      } catch (cause) {
        return refuseAway(request, reply, cause);
      }
    },
  );
}

interface Finishing {
  request: FastifyRequest;
  reply: FastifyReply;
  attempt: SignInAttempt;
  code: string;
  callbackUrl: string;
}

async function finish(
  { curators, audit, clock, sessions, memberSessions, visitors }: WebContext,
  signIn: AccountSignIn,
  { request, reply, attempt, code, callbackUrl }: Finishing,
) {
  const { purpose, verifier } = attempt;
  const account = await signIn.redeem({ purpose, callbackUrl, code, verifier });
  if (account.outcome === 'code-refused') return refuse(reply, 'sign-in-code-spent');
  if (account.outcome === 'client-refused') {
    request.log.error(
      { reason: account.reason },
      'Discord refuses DISCORD_CLIENT_SECRET, or the address to come back to',
    );
    return refuse(reply, 'sign-in-not-set-up');
  }
  const { member, username, role } = account;
  visitors.settle(request, reply);
  if (purpose === 'mine') {
    await memberSessions.open(request, reply, member);
    return { purpose, name: member.name };
  }
  // As their presses on cards are signed: one name for one person, which no invited curator can have.
  const name = `@${username}`;
  if (role === null) {
    request.log.info({ name }, 'Somebody without a role at the desk tried to sign in');
    await audit.note({ at: toInstant(clock()), actor: null, event: { kind: 'turned-away' } });
    return refuse(reply, 'sign-in-no-role');
  }
  const curator = await curators.keepAccount(memberKey(member), { name, role, since: toInstant(clock()) });
  await audit.note({ at: toInstant(clock()), actor: name, event: { kind: 'signed-in', by: 'discord' } });
  await sessions.open(request, reply, curator);
  return { purpose, name };
}

function refuseAway(request: FastifyRequest, reply: FastifyReply, error: unknown) {
  if (!(error instanceof AdapterError)) throw error;
  request.log.warn({ code: error.code }, `Nobody can sign in with Discord just now: ${error.message}`);
  return refuse(reply, 'sign-in-platform-away');
}
