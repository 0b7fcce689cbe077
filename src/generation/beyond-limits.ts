import type { ShotOrder } from '../requests/index.ts';
import type { EngineLimits } from './video-engine.ts';

/** Why an order is beyond what an engine makes, in a sentence; null where it is within. Asked before anything is paid. */
export function beyondLimits(order: ShotOrder, limits: EngineLimits): string | null {
  const { seconds, framesPerSecond, picture, lastPicture } = limits;
  if (!(order.seconds >= seconds.min && order.seconds <= seconds.max)) {
    return `A shot of this engine is ${seconds.min} to ${seconds.max} seconds long`;
  }
  if (!framesPerSecond.includes(order.framesPerSecond)) {
    return `This engine makes ${framesPerSecond.join(' or ')} frames a second`;
  }
  if (order.ends && !lastPicture) return 'This engine takes no picture to end with';
  return order.picture !== null && !picture ? 'This engine takes no picture' : null;
}
