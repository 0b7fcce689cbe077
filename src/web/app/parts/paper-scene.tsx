import { useId } from 'react';
import styles from './paper-scene.module.css';

/** The paper theatre itself: a boat between paper waves, by day in light colours and by night in dark ones. */
export function PaperScene() {
  const id = useId();
  return (
    <svg
      className={styles.scene}
      viewBox="0 0 400 190"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <linearGradient id={`${id}sky`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={styles.skyTop} />
          <stop offset="1" className={styles.skyLow} />
        </linearGradient>
        <filter id={`${id}lift`} x="-10%" y="-20%" width="120%" height="150%">
          <feDropShadow dx="0" dy="-1.2" stdDeviation="1.6" floodOpacity="0.22" />
        </filter>
      </defs>
      <rect width="400" height="190" fill={`url(#${id}sky)`} />
      <circle cx="292" cy="66" r="27" className={styles.orb} />
      <path className={styles.cloud} d="M60 62c4-12 22-14 28-4 10-6 22 1 20 11H54c-4-3-1-8 6-7z" />
      <path className={styles.cloudSlow} d="M206 40c3-9 17-10 22-3 7-4 16 1 15 8h-42c-2-2-1-6 5-5z" />
      <g filter={`url(#${id}lift)`}>
        <path className={styles.far} d="M0 128c40-30 74-36 108-14 34-36 78-40 118-6 44-26 94-24 174 14v68H0z" />
      </g>
      <g filter={`url(#${id}lift)`}>
        <path className={styles.mid} d="M0 146c60-26 104-18 150-6 60-26 150-26 250 2v48H0z" />
      </g>
      <g filter={`url(#${id}lift)`}>
        <path className={styles.wave} d={WAVES_FAR} />
      </g>
      <g className={styles.boat}>
        <path className={styles.sail} d="M164 108l24 34h-24z" />
        <path className={styles.sailShade} d="M160 114v28h-21z" />
        <path className={styles.hull} d="M130 145h68l-12 17h-44z" />
      </g>
      <g filter={`url(#${id}lift)`}>
        <path className={styles.waveNear} d={WAVES_NEAR} />
      </g>
    </svg>
  );
}

/** Scallops as scissors cut them. */
function waves(from: number, y: number, length: number, depth: number): string {
  const bows = Array.from({ length: Math.ceil(440 / length) + 1 }, () => `q${length / 2} ${depth} ${length} 0`);
  return `M${from} ${y}${bows.join('')}V200H${from}z`;
}

const WAVES_FAR = waves(-20, 153, 36, 12);
const WAVES_NEAR = waves(-34, 167, 44, 14);
