import { useMutation } from '@tanstack/react-query';
import type { InvitationView } from '../../api/contract-of-person.ts';
import { callApi } from './call-api.ts';

export function useInvite() {
  return useMutation({
    mutationFn: (name: string) => callApi<InvitationView>('/desk/invitations', { method: 'POST', json: { name } }),
  });
}
