import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { NOW } from '../samples/requests.ts';

const mark = '01'.repeat(32);
const withBitsChanged = (bits: number) => [...mark].map((bit, at) => (at < bits ? 1 - Number(bit) : bit)).join('');
const entry = (hash: string) => ({ hash, policy: 'refused-picture', by: 'Noor', at: NOW });

/** What holds of the list of pictures that are never accepted again, on every database. */
export function testRefusedPictures(open: () => Store): void {
  describe('refused pictures', () => {
    it('are known by their bytes, and by how they look but for a few bits', async () => {
      const { refusedPictures } = open();
      const sha256 = 'ab'.repeat(32);
      const before = await refusedPictures.count();
      const list = [entry(`sha256:${sha256}`), entry(`phash:${mark}`), entry(`phash:${mark}`)];
      expect(await refusedPictures.add(list)).toBe(2);
      expect(await refusedPictures.add(list)).toBe(0);
      expect(await refusedPictures.count()).toBe(before + 2);
      const far = '10'.repeat(32);
      expect(await refusedPictures.find({ sha256: ['cd', sha256], mark: far }, 6)).toEqual(list[0]);
      expect(await refusedPictures.find({ sha256: [], mark: withBitsChanged(6) }, 6)).toEqual(list[1]);
      expect(await refusedPictures.find({ sha256: [], mark: withBitsChanged(7) }, 6)).toBeNull();
      expect(await refusedPictures.remove([`phash:${mark}`, 'phash:nothing'])).toBe(1);
      expect(await refusedPictures.find({ sha256: [], mark }, 6)).toBeNull();
      expect(await refusedPictures.remove([`sha256:${sha256}`])).toBe(1);
    });
  });
}
