import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

type Sending<Answer, Sent> = Omit<UseMutationOptions<Answer, Error, Sent>, 'onSettled'>;

/**
 * What a form sends: nothing more until that is answered. A key goes past the button that shows so, and a second press
 * may come before `isPending` is drawn.
 */
export function useSendOnce<Answer, Sent>(sending: Sending<Answer, Sent>): UseMutationResult<Answer, Error, Sent> {
  const onItsWay = useRef(false);
  const mutation = useMutation({
    ...sending,
    onSettled() {
      onItsWay.current = false;
    },
  });
  return {
    ...mutation,
    mutate(...sent) {
      if (onItsWay.current) return;
      onItsWay.current = true;
      mutation.mutate(...sent);
    },
  };
}
