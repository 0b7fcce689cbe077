import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SignedIn, SignInAddress, SignInOffer, SignInReturn, SignInWish } from '../../api/contract-of-signing.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

/** Whether one can sign in with Discord here. */
export function useSignInOffer() {
  return useQuery({
    queryKey: queryKeys.signInOffer,
    queryFn: ({ signal }) => callApi<SignInOffer>('/sign-in', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Leaves for Discord's page. */
export function useBeginSignIn() {
  return useMutation({
    mutationFn: (wish: SignInWish) => callApi<SignInAddress>('/sign-in/discord', { method: 'POST', json: wish }),
    onSuccess: ({ address }) => location.assign(address),
  });
}

export function useFinishSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (back: SignInReturn) => callApi<SignedIn>('/sign-in/discord/finish', { method: 'POST', json: back }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.me }),
  });
}
