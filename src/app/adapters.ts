import { createFilePlatform } from '../bots/file/file-platform.ts';
import { createRoomPlatform } from '../bots/room/room-platform.ts';
import { createStoryboardEngine } from '../generation/engines/storyboard/storyboard-engine.ts';
import { createLookScreening } from '../moderation/screening/look/look-screening.ts';
import { createRulesScreening } from '../moderation/screening/rules/rules-screening.ts';

/** Every adapter there is, by the name of its folder. A new one is a folder and a line here. */
export const platformAdapters = { room: createRoomPlatform, file: createFilePlatform };
export const engineAdapters = { storyboard: createStoryboardEngine };
export const screeningAdapters = { rules: createRulesScreening, look: createLookScreening };
