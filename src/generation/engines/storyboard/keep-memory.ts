import { env } from 'node:process';

/**
 * Imported before anything that draws. The canvas's allocator (mimalloc) gives memory back to the system at once, and
 * each frame is a new buffer: fetching its pages anew took ten of the eleven milliseconds that reading a frame of 720p
 * costs. It reads its settings from the environment when the library is loaded, so they are set here, in the drawing
 * process alone. In milliseconds.
 */
env.MIMALLOC_PURGE_DELAY = '10000';
