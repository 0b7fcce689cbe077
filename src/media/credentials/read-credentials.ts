import type { Credentials } from '../media-tools.ts';
import { loadC2pa } from './load-c2pa.ts';
import { SOURCES } from './sources.ts';

/** Of a signer that is in nobody's list: the credentials are whole all the same. */
const UNKNOWN_SIGNER = 'signingCredential.untrusted';

/**
 * What a file's content credentials (C2PA) say, and whether it is still as they were written. `chain`: the certificates
 * by which we sign (PEM). Null where it has none that can be read. Nothing is fetched, whatever the file names.
 */
export async function readCredentials(path: string, chain: string | null): Promise<Credentials | null> {
  const library = await loadC2pa();
  if (library === null) return null;
  const anchors = chain === null ? null : rootOf(chain);
  const settings = {
    verify: { verify_trust: true, remote_manifest_fetch: false, ocsp_fetch: false },
    ...(anchors === null ? {} : { trust: { trust_anchors: anchors } }),
  };
  const reader = await library.Reader.fromAsset({ path }, JSON.stringify(settings)).catch(() => null);
  const manifest = reader?.getActive();
  if (!reader || !manifest) return null;
  return describe(reader.json() as ReadStore, manifest as ReadManifest);
}

/** What we take of what the library tells; all of it is a stranger's. */
interface ReadStore {
  validation_status?: { code?: unknown }[] | null;
  validation_state?: unknown;
}
interface ReadManifest {
  signature_info?: { issuer?: unknown; common_name?: unknown; time?: unknown } | null;
  assertions?: { label?: unknown; data?: unknown }[];
}
interface ReadAction {
  action?: unknown;
  digitalSourceType?: unknown;
  softwareAgent?: unknown;
  parameters?: Record<string, unknown> | null;
}

function describe(store: ReadStore, { assertions = [], signature_info: signature }: ReadManifest): Credentials {
  const codes = (store.validation_status ?? []).map(({ code }) => String(code));
  const whole = codes.every((code) => code === UNKNOWN_SIGNER);
  const actions = assertions
    .filter(({ label }) => String(label).startsWith('c2pa.actions'))
    .flatMap(({ data }) => (data as { actions?: ReadAction[] } | null)?.actions ?? []);
  const created = actions.find(({ action }) => action === 'c2pa.created');
  const agent = created?.softwareAgent;
  const promptHash = textOf(created?.parameters?.['open-call.prompt-sha256']);
  return {
    whole,
    byUs: whole && store.validation_state === 'Trusted',
    signer: textOf(signature?.common_name) ?? textOf(signature?.issuer),
    signedAt: momentOf(signature?.time),
    engine: textOf(typeof agent === 'object' && agent !== null ? (agent as { name?: unknown }).name : agent),
    promptHash: promptHash !== null && /^[0-9a-f]{64}$/.test(promptHash) ? promptHash : null,
    by: sourceOf(created?.digitalSourceType),
  };
}

/** The last certificate of a chain is the one that all trust in it comes from. */
function rootOf(chain: string): string | null {
  return chain.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)?.at(-1) ?? null;
}

function sourceOf(term: unknown): Credentials['by'] {
  if (term === SOURCES.model) return 'model';
  return term === SOURCES.program ? 'program' : null;
}

const LONGEST = 120;

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : null;
}

function momentOf(value: unknown): string | null {
  const at = typeof value === 'string' ? new Date(value) : null;
  return at === null || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
