import { isIP } from 'node:net';
import { z } from 'zod';

export const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
export const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol.slice(0, -1)), {
    error: `must be an address that begins with ${protocols.map((each) => `${each}://`).join(' or ')}`,
  });
export const anyNumber = (min: number, max: number) => z.coerce.number().min(min).max(max);

/** Kept as written, so that the page of settings tells what to write. */
export const addresses = z.string().refine((value) => value.split(',').every((each) => isAddress(each.trim())), {
  error: 'must be addresses such as 127.0.0.1 or networks such as 10.0.0.0/8, with commas between them',
});

/** An IP address or a network of them. A network of all addresses would let any visitor choose their own. */
function isAddress(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (length === undefined) return true;
  return /^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= (family === 6 ? 128 : 32);
}
