import type { CameraReading } from '../../../prompt-words/stage-reading.ts';

/** Where the camera looks at a moment: shifts as parts of the frame's width and height; zoom is never below 1. */
export interface View {
  x: number;
  y: number;
  zoom: number;
  /** Depth around which it turns: layers in front of it go one way, those behind it the other. */
  pivot: number;
}

/** Leads the camera through a clip of so many seconds. Never leaves the layers' margin. */
export function viewAt(camera: CameraReading, seconds: number, length: number): View {
  const part = Math.min(1, seconds / length);
  const eased = part * part * (3 - 2 * part);
  // A short clip goes less far, so that a second of pan is no jerk.
  const reach = Math.min(1, length / 5) * (0.7 + 0.3 * Math.min(1.6, camera.speed));
  const view = moved(camera, eased, seconds, reach);
  if (!camera.shake) return view;
  const jitter = (speed: number, shift: number) =>
    Math.sin(seconds * speed + shift) + Math.sin(seconds * speed * 1.7 + shift * 3);
  return { ...view, x: view.x + jitter(17, 0.3) * 0.004, y: view.y + jitter(19, 1.1) * 0.005, zoom: view.zoom + 0.02 };
}

function moved(camera: CameraReading, eased: number, seconds: number, reach: number): View {
  const base: View = { x: 0, y: 0, zoom: 1, pivot: 0 };
  const across = (eased - 0.5) * 0.17 * reach;
  const along = (eased - 0.5) * 0.13 * reach;
  switch (camera.move) {
    case 'still':
      return base;
    case 'pan-left':
      return { ...base, x: -across };
    case 'pan-right':
      return { ...base, x: across };
    case 'tilt-up':
      return { ...base, y: -along };
    case 'tilt-down':
      return { ...base, y: along };
    case 'zoom-in':
      return { ...base, zoom: 1 + 0.24 * eased * reach };
    case 'zoom-out':
      return { ...base, zoom: 1 + 0.24 * (1 - eased) * reach };
    case 'orbit':
      return { ...base, x: Math.sin(eased * Math.PI * 2) * 0.11 * reach, pivot: 0.8, zoom: 1.04 };
    case 'drift':
      // No zoom: sheets that are only moved by whole pixels are drawn four times as quickly.
      return { ...base, x: Math.sin(seconds * 0.42) * 0.034, y: Math.sin(seconds * 0.31) * 0.006 };
  }
}
