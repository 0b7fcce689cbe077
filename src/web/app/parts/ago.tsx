import { useLanguage } from '../language/language-context.ts';
import { useNow } from '../live/use-now.ts';

/** "5 minutes ago", with the exact moment on hover. */
export function Ago({ at }: { at: string }) {
  const { write } = useLanguage();
  const now = useNow();
  return (
    <time dateTime={at} title={write.dateTime(at)}>
      {write.ago(at, now)}
    </time>
  );
}
