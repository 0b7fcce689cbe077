import { z } from 'zod';

export const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
export const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol.slice(0, -1)), {
    error: `must be an address that begins with ${protocols.map((each) => `${each}://`).join(' or ')}`,
  });
export const anyNumber = (min: number, max: number) => z.coerce.number().min(min).max(max);
