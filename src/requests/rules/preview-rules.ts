import type { Rules } from './rule.ts';

/** What curators are shown of a request before they decide. It goes with the decision: no preview is ever delivered. */
export const previewRules: Rules<'preview-asked' | 'preview-drawn'> = {
  'preview-asked': (request) => {
    if (request.state !== 'in-review') return 'not-now';
    if (request.preview) return 'already-so';
    return { next: { ...request, preview: { file: null } }, work: [{ step: 'draw-preview' }] };
  },

  'preview-drawn': (request, { file }) => {
    if (request.state !== 'in-review' || !request.preview) return 'not-now';
    if (request.preview.file) return 'already-so';
    return { next: { ...request, preview: { file } } };
  },
};
