import type { Setting, StageReading, TimeOfDay } from '../../../prompt-words/stage-reading.ts';
import { mix, multiply, type Rgb, rgb } from './colour.ts';

/** The light of a scene: what the sky looks like and what it does to the colours of everything in it. */
export interface Light {
  skyTop: Rgb;
  skyBottom: Rgb;
  /** Around the sun or the moon. */
  glow: Rgb;
  /** A colour of the thing itself as it is seen from a distance of 0 (near) to 1 (at the horizon). */
  on(colour: string | Rgb, distance?: number): Rgb;
  /** How much darkness lies over the cut-outs, 0 to 1, and its colour. */
  shade: { colour: Rgb; amount: number };
  dark: boolean;
}

const SKIES: Record<TimeOfDay, { top: string; bottom: string; glow: string; light: string; shade: number }> = {
  dawn: { top: '#8fb3d9', bottom: '#fbd3bf', glow: '#ffe9c9', light: '#f6dfd6', shade: 0.1 },
  day: { top: '#7cc0e8', bottom: '#dff1f2', glow: '#fff6d6', light: '#ffffff', shade: 0 },
  sunset: { top: '#4e4f8c', bottom: '#ff9d6c', glow: '#ffd38a', light: '#ffc9a0', shade: 0.18 },
  night: { top: '#101a3a', bottom: '#34487c', glow: '#dfe6ff', light: '#6d7dbb', shade: 0.3 },
};

const GREY_SKY = { top: rgb('#8794a3'), bottom: rgb('#c3ccd2') };
const STORM_SKY = { top: rgb('#3c4556'), bottom: rgb('#7f8794') };

export function lightOf(reading: StageReading): Light {
  const sky = SKIES[timeOf(reading.setting, reading.time)];
  const overcast = overcastOf(reading);
  const grey = reading.weather === 'storm' ? STORM_SKY : GREY_SKY;
  const dimmed = reading.time === 'night' ? 0.25 : 1;
  const skyTop = mix(rgb(sky.top), mix(rgb(sky.top), grey.top, dimmed), overcast);
  const skyBottom = mix(rgb(sky.bottom), mix(rgb(sky.bottom), grey.bottom, dimmed), overcast);
  const light = mix(rgb(sky.light), rgb('#aeb9c4'), overcast * 0.45 * dimmed);
  const haze = reading.weather === 'fog' ? 0.92 : 0.62;
  return {
    skyTop,
    skyBottom,
    glow: rgb(sky.glow),
    on(colour, distance = 0) {
      const lit = multiply(typeof colour === 'string' ? rgb(colour) : colour, light);
      return mix(lit, skyBottom, distance * haze);
    },
    shade: { colour: reading.time === 'night' ? rgb('#16204a') : rgb('#6a3b2c'), amount: sky.shade },
    dark: reading.time === 'night',
  };
}

/** Space has no day, and a bare stage its own lamps. */
function timeOf(setting: Setting, time: TimeOfDay): TimeOfDay {
  if (setting === 'space') return 'night';
  return time;
}

function overcastOf({ weather }: StageReading): number {
  if (weather === 'storm') return 0.9;
  if (weather === 'rain') return 0.75;
  if (weather === 'snow') return 0.6;
  return weather === 'fog' ? 0.7 : 0;
}
