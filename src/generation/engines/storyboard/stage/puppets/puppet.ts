import type { SKRSContext2D } from '@napi-rs/canvas';
import { css } from '../colour.ts';
import type { StageSet } from '../stage-set.ts';
import type { Role } from './cast.ts';
import { poseOf, travel } from './motions.ts';
import { createSprite, type Sprite } from './sprite.ts';

/** A cut-out that can be drawn at any moment. */
export interface Puppet {
  depth: number;
  /** The context's origin is the frame's upper left corner, before the camera. */
  draw(context: SKRSContext2D, seconds: number): void;
}

/** Drawings that look to the right; nearly all others look to the left. */
const LOOKING_RIGHT = new Set(['airplane', 'rocket', 'paper-plane', 'small-airplane', 'satellite']);

/** Sprites are drawn a little larger than needed, for when the camera comes near. */
const RESERVE = 1.15;

export async function createPuppets(set: StageSet, roles: readonly Role[]): Promise<Puppet[]> {
  const look = { light: set.light, style: set.reading.style };
  const sprites = new Map<string, Promise<Sprite>>();
  return Promise.all(
    roles.map(async (role) => {
      const { sprite: name, colour } = role.subject;
      const key = `${name} ${colour} ${role.size}`;
      const sprite =
        sprites.get(key) ?? createSprite(name, Math.max(8, Math.round(role.size * RESERVE)), { ...look, colour });
      sprites.set(key, sprite);
      return createPuppet(set, role, await sprite);
    }),
  );
}

function createPuppet(set: StageSet, role: Role, sprite: Sprite): Puppet {
  const { unit, height } = set;
  const speed = role.pace;
  const looks = LOOKING_RIGHT.has(role.subject.sprite) ? 1 : -1;
  const scale = role.size / sprite.size;
  const foot = role.footed ? sprite.foot * role.size : role.size / 2;
  return {
    depth: role.depth,
    draw(context, seconds) {
      const pose = poseOf(role.motion, seconds, role.phase);
      const way = speed > 0 ? travel(seconds, speed, role.span, role.start) : { x: 0, facing: looks };
      const fallen = role.motion === 'fall' ? fallFrom(set, role, seconds) : 0;
      const x = role.x + way.x + pose.x * role.size;
      // Nobody leaps out of the picture.
      const room = role.footed ? Math.max(0, role.y - foot - height * 0.07) : height;
      const y = role.y + Math.max(pose.y * role.size, -room) + fallen;
      if (role.threaded) drawThread(context, x, y, unit);
      if (role.footed && !role.carried && role.motion !== 'sail' && role.motion !== 'swim')
        drawContact(context, role, x, height, pose.y);
      context.save();
      context.translate(x, y);
      context.rotate(role.motion === 'roll' ? 0 : pose.angle);
      if (role.motion === 'roll') {
        context.translate(0, -foot + role.size / 2);
        context.rotate(pose.angle * (way.facing < 0 ? -1 : 1));
        context.translate(0, foot - role.size / 2);
      }
      context.scale(scale * pose.stretchX * way.facing * looks, scale * pose.stretchY);
      context.drawImage(sprite.image, -sprite.size / 2 - sprite.rim, -foot / scale - sprite.rim);
      context.restore();
    },
  };
}

/** Falls from above the frame to below it, again and again. */
function fallFrom({ height }: StageSet, role: Role, seconds: number): number {
  const way = height + role.size * 2;
  const at = (seconds * height * 0.22 + (role.phase + 0.3) * way) % way;
  return at - role.size - role.y;
}

function drawThread(context: SKRSContext2D, x: number, y: number, unit: number): void {
  context.strokeStyle = 'rgba(255, 255, 255, 0.4)';
  context.lineWidth = Math.max(0.8, unit * 0.0018);
  context.beginPath();
  context.moveTo(x, -unit);
  context.lineTo(x, y);
  context.stroke();
}

/** The shadow where a cut-out stands; fainter while it is in the air. */
function drawContact(context: SKRSContext2D, role: Role, x: number, height: number, lifted: number): void {
  const near = Math.max(0.25, 1 + lifted * 1.2);
  context.fillStyle = css([20, 14, 30], 0.26 * near);
  context.beginPath();
  context.ellipse(x, role.y - height * 0.002, role.size * 0.36 * near, role.size * 0.045, 0, 0, Math.PI * 2);
  context.fill();
}
