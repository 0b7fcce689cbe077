import { useMutation } from '@tanstack/react-query';
import type { InvitationView } from '../../api/contract-of-desk.ts';
import { callApi } from './call-api.ts';

export type Role = InvitationView['role'];

export function useInvite() {
  return useMutation({
    mutationFn: (json: { name: string; role: Role }) =>
      callApi<InvitationView>('/desk/invitations', { method: 'POST', json }),
  });
}
