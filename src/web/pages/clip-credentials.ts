import type { CredentialsView } from '../api/contract-of-verifying.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup, type Piece } from './html.ts';
import type { Place } from './public-page.ts';

/** What the file itself says of where it comes from, and where one can have that checked. */
export function clipCredentials(credentials: CredentialsView | null, videoUrl: string, { say }: Place): Markup {
  return html`<section class="more-of-it" aria-labelledby="credentials"><h2 id="credentials">${say('verifyCredentials')}</h2>
<p>${standing()}</p>
${credentials === null ? null : facts(credentials)}
<p><a href="${videoUrl}" download="clip.mp4">${say('credentialsDownload')}</a> · <a href="/verify">${say('credentialsCheck')}</a></p>
</section>`;

  function standing(): string {
    if (credentials === null) return say('credentialsNone');
    if (!credentials.whole) return say('verifyCredentialsBroken');
    if (credentials.byUs) return say('verifyCredentialsOurs');
    return say('verifyCredentialsOthers', { signer: harmlessText(credentials.signer ?? say('verifySomebody')) });
  }

  function facts({ engine, by, promptHash, signer }: CredentialsView): Markup {
    const fact = (name: string, value: Piece) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
    return html`<dl class="facts">
${signer === null ? null : fact(say('credentialsSigner'), html`<bdi>${harmlessText(signer)}</bdi>`)}
${engine === null ? null : fact(say('verifyEngine'), html`<bdi>${harmlessText(engine)}</bdi>`)}
${by === null ? null : fact(say('verifyBy'), say(by === 'model' ? 'verifyByModel' : 'verifyByProgram'))}
${promptHash === null ? null : fact(say('verifyHash'), html`<code dir="ltr">${promptHash}</code>`)}
</dl>`;
  }
}
