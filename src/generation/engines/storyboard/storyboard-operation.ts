import { AdapterError, type Operation, RESOLUTIONS, type ShotOrder, SOUNDS } from '../../../requests/index.ts';

/** An operation of this engine in full: everything that is needed to draw it once more. */
export interface StoryboardOperation {
  key: string;
  /** ISO 8601. */
  startedAt: string;
  order: ShotOrder;
}

/** The operation as the flat JSON that the port wants. */
export function toOperation({ key, startedAt, order }: StoryboardOperation): Operation {
  return {
    key,
    startedAt,
    prompt: order.prompt,
    aspectWidth: order.aspect.width,
    aspectHeight: order.aspect.height,
    seconds: order.seconds,
    resolution: order.resolution,
    framesPerSecond: order.framesPerSecond,
    style: order.style,
    seed: order.seed,
    sound: order.sound,
    pictureSha256: order.picture?.sha256 ?? null,
    pictureBytes: order.picture?.bytes ?? null,
    pictureType: order.picture?.type ?? null,
  };
}

/** Reads an operation that this engine wrote. Throws an `AdapterError` of code `unknown-operation` for any other. */
export function fromOperation(operation: Operation): StoryboardOperation {
  const text = (name: string): string => expectType(operation, name, 'string') as string;
  const number = (name: string): number => expectType(operation, name, 'number') as number;
  const resolution = RESOLUTIONS.find((known) => known === operation.resolution);
  const sound = SOUNDS.find((known) => known === operation.sound);
  if (!resolution || !sound) throw unknownOperation('resolution or sound');
  const picture =
    operation.pictureSha256 === null
      ? null
      : { sha256: text('pictureSha256'), bytes: number('pictureBytes'), type: text('pictureType') };
  return {
    key: text('key'),
    startedAt: text('startedAt'),
    order: {
      prompt: text('prompt'),
      aspect: { width: number('aspectWidth'), height: number('aspectHeight') },
      seconds: number('seconds'),
      resolution,
      framesPerSecond: number('framesPerSecond'),
      style: operation.style === null ? null : text('style'),
      seed: number('seed'),
      sound,
      picture,
    },
  };
}

function expectType(operation: Operation, name: string, type: 'string' | 'number'): unknown {
  const value = operation[name];
  if (typeof value !== type) throw unknownOperation(name);
  return value;
}

function unknownOperation(what: string): AdapterError {
  return new AdapterError(`Not an operation of the storyboard engine: ${what}`, {
    adapter: 'storyboard',
    code: 'unknown-operation',
    retryable: false,
  });
}
