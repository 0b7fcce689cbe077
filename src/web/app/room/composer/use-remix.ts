import { useSearchParams } from 'react-router';
import { useRequest } from '../../api/use-request.ts';

const REMIX = 'remix';

/** The clip that is to be made anew, as the address names it: links lead here from wherever a clip is shown. */
export function useRemix() {
  const [search, setSearch] = useSearchParams();
  const id = search.get(REMIX);
  const { data, isPending } = useRequest(id);
  return {
    of: id !== null && data?.clip ? { id: data.id, prompt: data.prompt, caption: data.clip.caption } : null,
    gone: id !== null && !isPending && !data?.clip,
    drop() {
      setSearch(
        (current) => {
          current.delete(REMIX);
          return current;
        },
        { replace: true },
      );
    },
  };
}
