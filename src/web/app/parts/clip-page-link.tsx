import { useLanguage } from '../language/language-context.ts';

interface ClipPageLinkProps {
  request: { id: string; prompt: string };
}

/** To the clip's own page, which the server writes. */
export function ClipPageLink({ request: { id, prompt } }: ClipPageLinkProps) {
  const { language, say } = useLanguage();
  return (
    <a href={`/clips/${encodeURIComponent(id)}?locale=${language}`} aria-label={`${say('openClip')}: ${prompt}`}>
      {say('openClip')}
    </a>
  );
}
