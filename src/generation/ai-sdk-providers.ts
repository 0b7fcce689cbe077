export const PROVIDERS = ['fal', 'replicate', 'google', 'xai'] as const;
export type ProviderId = (typeof PROVIDERS)[number];

/** Where their files lie; one that begins with a dot stands for all names that end so. */
export const fileHosts: Readonly<Record<ProviderId, readonly string[]>> = {
  fal: ['fal.media', '.fal.media', 'storage.googleapis.com'],
  replicate: ['replicate.delivery', '.replicate.delivery'],
  google: ['generativelanguage.googleapis.com', 'storage.googleapis.com', '.googleusercontent.com'],
  xai: ['.x.ai', 'x.ai'],
};

/** `replicate:bytedance/seedance-2.5` → provider and model; null where it names no provider that is known. */
export function readModelName(name: string): { provider: ProviderId; model: string } | null {
  const at = name.indexOf(':');
  const provider = PROVIDERS.find((each) => each === name.slice(0, at));
  const model = name.slice(at + 1);
  return provider !== undefined && model !== '' ? { provider, model } : null;
}
