import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

/** A part's bytes for somebody who may stop reading in the middle; the form's own stream must go on to its end. */
export function guardPart(file: Readable, sender: IncomingMessage): Readable {
  const stream = new PassThrough();
  const stop = (cause?: Error) => stream.destroy(cause ?? new Error('The sender went away in the middle of a file'));
  file.once('error', stop);
  sender.once('aborted', stop);
  stream.once('close', () => {
    file.off('error', stop);
    // A late error would have nobody to hear it.
    file.on('error', () => {});
    sender.off('aborted', stop);
    // In this order: letting go of a reader also stops the stream.
    file.unpipe(stream);
    file.resume();
  });
  return file.pipe(stream);
}
