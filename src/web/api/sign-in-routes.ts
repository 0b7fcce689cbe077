import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountSignIn } from '../../bots/account-sign-in.ts';
import { AdapterError, memberKey, toInstant } from '../../requests/index.ts';
import { signedIn, signInAddress, signInOffer, signInReturn, signInWish } from './contract-of-signing.ts';
import { addressOf } from './place-of-page.ts';
import { refuse } from './refuse.ts';
import { platformParams, problems } from './route-schemas.ts';
import { createSignInAttempts, type SignInAttempt } from './sign-in-attempts.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const tags = ['people'];

/** Signing in with an account elsewhere. For what nobody has set up there is nothing here. */
export function addSignInRoutes(app: WebApp, context: WebContext): void {
  const { signIns, clock, secure } = context;
  const attempts = createSignInAttempts({ clock, secure });
  const params = platformParams;

  const signInAt = (wanted: string) => signIns.find(({ platform }) => platform === wanted);
  /** Platforms send nobody anywhere but to the addresses that were named to them. */
  const callbackUrl = (request: FastifyRequest, { platform }: AccountSignIn) =>
    `${addressOf(request, context)}/sign-in/${platform}`;

  app.get(
    '/api/sign-in',
    { schema: { tags, summary: 'With which accounts one can sign in', response: { 200: signInOffer, ...problems } } },
    async () => ({ ways: signIns.map(({ platform, purposes }) => ({ platform, purposes: [...purposes] })) }),
  );

  app.post(
    '/api/sign-in/:platform',
    {
      schema: {
        ...{ tags, summary: 'Begin to sign in with an account elsewhere', params, body: signInWish },
        response: { 200: signInAddress, ...problems },
      },
    },
    async (request, reply) => {
      const { purpose } = request.body;
      const signIn = signInAt(request.params.platform);
      if (!signIn?.purposes.includes(purpose)) return refuse(reply, 'not-found');
      const { platform } = signIn;
      const begun = attempts.begin(reply, { platform, purpose });
      try {
        return { address: await signIn.address({ purpose, callbackUrl: callbackUrl(request, signIn), ...begun }) };
      } catch (error) {
        return refuseAway({ request, reply, platform }, error);
      }
    },
  );

  app.post(
    '/api/sign-in/:platform/finish',
    {
      schema: {
        ...{ tags, summary: 'Sign in with what the platform sent somebody back with', params, body: signInReturn },
        response: { 200: signedIn, ...problems },
      },
    },
    async (request, reply) => {
      const signIn = signInAt(request.params.platform);
      if (!signIn) return refuse(reply, 'not-found');
      const { platform } = signIn;
      const { state, code, error } = request.body;
      const attempt = attempts.end(request, reply, { platform, state });
      if (!attempt) return refuse(reply, 'sign-in-not-ours');
      if (error === 'access_denied') return refuse(reply, 'sign-in-denied', { platform });
      if (code === undefined) {
        request.log.error({ platform, error }, 'The platform does not let anybody sign in');
        return refuse(reply, 'sign-in-not-set-up', { platform });
      }
      try {
        const arrival = { request, reply, attempt, code, callbackUrl: callbackUrl(request, signIn) };
        return await finish(context, signIn, arrival);
      } catch (cause) {
        return refuseAway({ request, reply, platform }, cause);
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
  const { platform } = signIn;
  const { purpose, verifier } = attempt;
  const account = await signIn.redeem({ purpose, callbackUrl, code, verifier });
  if (account.outcome === 'code-refused') return refuse(reply, 'sign-in-code-spent', { platform });
  if (account.outcome === 'client-refused') {
    const { reason } = account;
    request.log.error({ platform, reason }, 'The platform refuses the client secret, or the address to come back to');
    return refuse(reply, 'sign-in-not-set-up', { platform });
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
  await audit.note({ at: toInstant(clock()), actor: name, event: { kind: 'signed-in', by: platform } });
  await sessions.open(request, reply, curator);
  return { purpose, name };
}

function refuseAway(
  { request, reply, platform }: { request: FastifyRequest; reply: FastifyReply; platform: string },
  error: unknown,
) {
  if (!(error instanceof AdapterError)) throw error;
  request.log.warn({ platform, code: error.code }, `Nobody can sign in just now: ${error.message}`);
  return refuse(reply, 'sign-in-platform-away', { platform });
}
