import { rename } from 'node:fs/promises';
import type { Dress } from '../media-tools.ts';
import { loadC2pa } from './load-c2pa.ts';
import type { SigningIdentity } from './signing-identity.ts';
import { SOURCES } from './sources.ts';

/** Writes a signed copy (C2PA) of a finished MP4; where nothing can sign, the file itself takes the place. */
export async function signFile(path: string, toPath: string, dress: Dress, identity: SigningIdentity): Promise<void> {
  const library = await loadC2pa();
  if (library === null) return rename(path, toPath);
  const { engine, promptHash, by } = dress.origin;
  const manifest = {
    claim_generator_info: [{ name: 'Open Call' }],
    title: dress.tags.title ?? '',
    format: 'video/mp4',
    assertions: [
      {
        label: 'c2pa.actions',
        data: {
          actions: [
            {
              action: 'c2pa.created',
              digitalSourceType: SOURCES[by],
              softwareAgent: { name: engine },
              parameters: { 'open-call.prompt-sha256': promptHash },
            },
          ],
        },
      },
    ],
  };
  const builder = library.Builder.withJson(manifest as unknown as Parameters<typeof library.Builder.withJson>[0]);
  const { chain, key } = identity;
  const signer = library.LocalSigner.newSigner(Buffer.from(chain), Buffer.from(key), 'es256');
  builder.sign(signer, { path }, { path: toPath });
}
