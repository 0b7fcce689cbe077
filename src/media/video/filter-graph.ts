import { AV_BUFFERSRC_FLAG_KEEP_REF } from 'node-av/constants';
import { type FilterContext, FilterGraph, Frame } from 'node-av/lib';
import { isDrained, must } from './ffmpeg-result.ts';

/** A graph of FFmpeg's filters with one way in and one way out. */
export interface OpenGraph extends Disposable {
  /** Yields what is ready; a frame is valid until the next is asked for. Null when no more comes in. */
  pass(frame: Frame | null): AsyncGenerator<Frame>;
}

/** Opens a graph whose filters at the ends are named, as in `buffer@in=…` and `buffersink@out`. */
export async function openGraph(description: string): Promise<OpenGraph> {
  const graph = new FilterGraph();
  graph.alloc();
  must(graph.parse2(description), 'read the filters');
  must(await graph.config(), 'join the filters');
  const [from, to] = ['@in', '@out'].map((end) => graph.filters?.find(({ name }) => name?.endsWith(end)));
  if (!from || !to) throw new Error('The graph of filters has no ends');
  const out = new Frame();
  out.alloc();
  return {
    pass: (frame) => pass(from, to, frame, out),
    [Symbol.dispose]: () => {
      out.free();
      graph.free();
    },
  };
}

async function* pass(from: FilterContext, to: FilterContext, frame: Frame | null, out: Frame): AsyncGenerator<Frame> {
  // Kept, since the filter would otherwise take the frame away from whoever brought it.
  must(await from.buffersrcAddFrame(frame, AV_BUFFERSRC_FLAG_KEEP_REF), 'filter');
  for (;;) {
    out.unref();
    const result = await to.buffersinkGetFrame(out);
    if (isDrained(result)) return;
    must(result, 'filter');
    yield out;
  }
}
