import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SignedIn, SignInAddress, SignInOffer, SignInReturn, SignInWish } from '../../api/contract-of-signing.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

/** The platforms with whose accounts one can sign in for something here. */
export function useSignInPlatforms(purpose: SignInWish['purpose']): string[] {
  const { data } = useQuery({
    queryKey: queryKeys.signInOffer,
    queryFn: ({ signal }) => callApi<SignInOffer>('/sign-in', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.ways.filter(({ purposes }) => purposes.includes(purpose)).map(({ platform }) => platform) ?? [];
}

/** Leaves for the platform's page. */
export function useBeginSignIn(platform: string) {
  return useMutation({
    mutationFn: (wish: SignInWish) => callApi<SignInAddress>(`/sign-in/${platform}`, { method: 'POST', json: wish }),
    onSuccess: ({ address }) => location.assign(address),
  });
}

export function useFinishSignIn(platform: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (back: SignInReturn) =>
      callApi<SignedIn>(`/sign-in/${platform}/finish`, { method: 'POST', json: back }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.me }),
  });
}
