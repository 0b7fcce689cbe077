import { z } from 'zod';
import { troubles } from './page-contract.ts';

/** What the page asks for. It is no outsider, but a mistake of its own must not bring down what a person is trying. */

const file = z.object({ name: z.string().min(1).max(200), type: z.string().max(100), data: z.base64() });
const place = { as: z.string(), channel: z.string() };
const onMessage = { ...place, message: z.string() };
const option = z.union([z.string(), z.number(), z.boolean(), file]);
const typed = { ...place, name: z.string(), options: z.record(z.string(), option) };

export const actionSchema = z.discriminatedUnion('do', [
  z.object({
    ...place,
    do: z.literal('say'),
    text: z.string().max(4000),
    answers: z.string().nullable(),
    files: z.array(file).max(10),
  }),
  z.object({ ...onMessage, do: z.literal('edit'), text: z.string().max(4000) }),
  z.object({ ...onMessage, do: z.literal('remove') }),
  z.object({ ...onMessage, do: z.literal('press'), component: z.string() }),
  z.object({ ...onMessage, do: z.literal('choose'), component: z.string(), values: z.array(z.string()) }),
  z.object({ ...onMessage, do: z.literal('menu'), name: z.string() }),
  z.object({ ...typed, do: z.literal('command') }),
  z.object({ ...typed, do: z.literal('suggest'), focused: z.string() }),
  z.object({
    ...place,
    do: z.literal('submit'),
    form: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string()), z.array(file)])),
  }),
  z.object({
    ...place,
    do: z.literal('trouble'),
    trouble: z.enum(troubles),
    with: z.enum(['everything', 'messages', 'answers']),
    times: z.number().int().min(1).max(100),
  }),
]);

export type Action = z.infer<typeof actionSchema>;
export type ActionFile = z.infer<typeof file>;
