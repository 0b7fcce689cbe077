import { harmlessText } from './harmless-text.ts';
import { html, jsonInScript, type Markup } from './html.ts';
import { inLanguage, type Place } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';

/** As Open Graph writes languages. */
const OG_LOCALE = { en: 'en_GB', ar: 'ar_AR' } as const;

/** What other sites show of a clip that is handed on. They need whole addresses: without ours nothing is told. */
export function clipHeads(shown: ShownClip, { say, language, publicUrl, path }: Place): Markup | null {
  if (publicUrl === null) return null;
  const { clip, deliveredAt } = shown;
  const whole = (address: string) => new URL(address, publicUrl).href;
  const caption = harmlessText(clip.caption);
  const description = say('clipDescription', { caption });
  const picture = whole(`/clips/${shown.id}/share.jpg`);
  const player = publicUrl + inLanguage(`/clips/${shown.id}/embed`, language);
  const told = {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: caption,
    description: harmlessText(clip.altText) || description,
    thumbnailUrl: [picture],
    uploadDate: deliveredAt,
    duration: `PT${Math.round(clip.seconds * 10) / 10}S`,
    embedUrl: player,
    contentUrl: whole(clip.videoUrl),
    width: clip.width,
    height: clip.height,
  };
  return html`<meta property="og:type" content="video.other">
<meta property="og:site_name" content="${say('appName')}">
<meta property="og:locale" content="${OG_LOCALE[language]}">
<meta property="og:title" content="${caption}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${publicUrl + inLanguage(path, language)}">
<meta property="og:image" content="${picture}">
<meta property="og:image:type" content="image/jpeg">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="${harmlessText(clip.altText)}">
<meta property="og:video" content="${whole(clip.videoUrl)}">
<meta property="og:video:type" content="video/mp4">
<meta property="og:video:width" content="${clip.width}">
<meta property="og:video:height" content="${clip.height}">
${card(player, shown)}
<script type="application/ld+json">${jsonInScript(told)}</script>`;
}

/** A player of X's kind wants a secure address; elsewhere the picture alone is shown. */
function card(player: string, { clip }: ShownClip): Markup {
  if (!player.startsWith('https:')) return html`<meta name="twitter:card" content="summary_large_image">`;
  return html`<meta name="twitter:card" content="player">
<meta name="twitter:player" content="${player}">
<meta name="twitter:player:width" content="${clip.width}">
<meta name="twitter:player:height" content="${clip.height}">`;
}
