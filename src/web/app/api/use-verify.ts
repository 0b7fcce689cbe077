import { useMutation } from '@tanstack/react-query';
import type { VerificationView } from '../../api/contract-of-verifying.ts';
import { callApi } from './call-api.ts';

/** Asks where a video comes from. */
export function useVerify() {
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('video', file, file.name);
      return callApi<VerificationView>('/verify', { method: 'POST', form });
    },
  });
}
