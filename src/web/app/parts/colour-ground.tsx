import { decode, isBlurhashValid } from 'blurhash';
import { useEffect, useRef } from 'react';
import styles from './colour-ground.module.css';

/** Pixels to a side: all that a handful of colours can fill; the browser smooths it. */
const SIDE = 24;

/** The colours of a picture that is on its way, behind the place where it will be. */
export function ColourGround({ hash }: { hash: string | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || hash === null || !isBlurhashValid(hash).result) return;
    context.putImageData(new ImageData(new Uint8ClampedArray(decode(hash, SIDE, SIDE)), SIDE, SIDE), 0, 0);
  }, [hash]);
  return hash === null ? null : <canvas ref={canvas} className={styles.ground} width={SIDE} height={SIDE} />;
}
