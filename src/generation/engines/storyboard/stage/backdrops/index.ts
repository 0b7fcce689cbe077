import type { Setting } from '../../../../prompt-words/stage-reading.ts';
import type { Backdrop, StageSet } from '../stage-set.ts';
import { bareStage } from './bare-stage.ts';
import { beach } from './beach.ts';
import { city } from './city.ts';
import { desert } from './desert.ts';
import { field } from './field.ts';
import { forest } from './forest.ts';
import { lake } from './lake.ts';
import { meadow } from './meadow.ts';
import { mountains } from './mountains.ts';
import { room } from './room.ts';
import { sea } from './sea.ts';
import { skyAbove } from './sky-above.ts';
import { snowfield } from './snowfield.ts';
import { space } from './space.ts';
import { street } from './street.ts';
import { underwater } from './underwater.ts';
import { village } from './village.ts';
import { volcano } from './volcano.ts';

/** Builds the backdrop of each setting. */
export const BACKDROPS: Record<Setting, (set: StageSet) => Backdrop> = {
  meadow,
  forest,
  city,
  street,
  sea,
  beach,
  lake,
  underwater,
  mountains,
  desert,
  snowfield,
  sky: skyAbove,
  space,
  room,
  field,
  village,
  volcano,
  stage: bareStage,
};
