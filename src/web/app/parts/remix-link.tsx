import { Link } from 'react-router';
import type { RequestView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';

/** To the composer, with the clip's words in it to be changed. */
export function RemixLink({ request: { id, prompt } }: { request: RequestView }) {
  const { say } = useLanguage();
  return (
    <Link to={`/?remix=${encodeURIComponent(id)}`} aria-label={say('remixThis', { prompt })}>
      {say('remix')}
    </Link>
  );
}
