import { createLexicon } from './lexicon.ts';
import type { CameraMove, Colour, Framing, Motion, Placement, Style } from './stage-reading.ts';

export const findCameraMoves = createLexicon<CameraMove>({
  still: 'static still_camera fixed_camera locked_off static_shot static_camera tripod',
  'pan-left': 'pan_left pans_left panning_left camera_moves_left',
  'pan-right': 'pan_right pans_right panning_right panning camera_pans tracking_shot camera_moves_right',
  'tilt-up': 'tilt_up tilts_up tilting_up crane_up rising_camera pedestal_up',
  'tilt-down': 'tilt_down tilts_down tilting_down crane_down pedestal_down',
  'zoom-in': 'zoom_in zooms_in zooming_in push_in dolly_in dolly close_in dolly_zoom racking_focus zoom',
  'zoom-out': 'zoom_out zooms_out zooming_out pull_out pull_back dolly_out pulling_back',
  orbit: 'orbit_shot orbiting arc_shot 360 rotating_camera circling_camera camera_circles',
});

export const findFramings = createLexicon<Framing>({
  close: 'close_up closeup close-up macro portrait headshot extreme_close detailed_view',
  wide: 'wide_shot wide_angle drone drone_view aerial aerial_view panorama panoramic landscape establishing_shot from_above bird_eye vista long_shot overhead high_angle',
});

export const findShakes = createLexicon<'shake'>({ shake: 'shaking shaky handheld earthquake trembling' });

export const findSpeeds = createLexicon<'slow' | 'fast'>({
  slow: 'slow slowly slow_motion leisurely gently gliding',
  fast: 'fast quickly speeding time_lapse timelapse hyperlapse rapidly racing accelerating speed sprint',
});

export const findStyles = createLexicon<Style>({
  watercolour: 'watercolor watercolour aquarelle watercolors',
  noir: 'noir black_and_white monochrome film_noir greyscale grayscale black-and-white',
  neon: 'neon cyberpunk synthwave vaporwave tron futuristic electronic_circuit_style',
  pixel: 'pixel pixel_art pixelated 8_bit 16_bit 8bit minecraft voxel',
  sketch: 'sketch pencil charcoal line_art line_drawing doodle crayon chalk etching drawing',
  vintage: 'vintage retro sepia antique old_photo old_film nostalgic victorian 1920s 1950s daguerreotype',
  oil: 'oil_painting oil_on_canvas van_gogh rembrandt impressionist impressionistic impressionism cubist cubism mona_lisa vincent_van_gogh',
  ink: 'ink ink_wash calligraphy woodcut sumi_e linocut',
  comic: 'comic comic_book pop_art cartoon anime animated manga graphic_novel ukiyo-e ukiyo hokusai',
  pastel: 'pastel kawaii soft_colors pastels',
  psychedelic: 'psychedelic surreal surrealism surrealist trippy kaleidoscope kaleidoscopic',
});

export const findColours = createLexicon<Colour>({
  red: 'red scarlet crimson ruby maroon',
  orange: 'orange amber tangerine',
  yellow: 'yellow lemon_yellow',
  green: 'green emerald olive mint lime',
  blue: 'blue navy azure indigo cobalt',
  purple: 'purple violet lavender magenta lilac',
  pink: 'pink rosy',
  black: 'black ebony jet_black',
  white: 'white ivory',
  brown: 'brown beige tan chestnut mahogany',
  grey: 'grey gray silver metallic',
  gold: 'gold golden brass',
  turquoise: 'turquoise teal cyan aqua aquamarine',
});

/** Verbs, by how the cut-out is moved. */
export const findMotions = createLexicon<Motion>({
  walk: 'walk walks walking stroll strolls strolling wander wandering wanders marching march hiking hike passing crawling crawl crawls tiptoe sneaking crossing stomping',
  run: 'run runs running race races racing chase chases chasing sprint sprints sprinting gallop gallops galloping dash dashing jogging rushing hurrying charging',
  jump: 'jump jumps jumping leap leaps leaping hop hops hopping bounce bounces bouncing skipping pouncing bungee',
  dance:
    'dance dances dancing waltz waltzing twirl twirling cheering celebrating laughing playing boxing juggling shaking breakdancing clapping wave waves waving singing drumming',
  fly: 'fly flies flying soar soars soaring hover hovers hovering glides flutter fluttering swoop swooping takes_off taking_off landing flew airborne',
  swim: 'swim swims swimming dive dives diving snorkeling',
  sail: 'sail sails sailing rowing rows row paddling kayaking canoeing cruising surfing surf surfs rafting drifting drifts',
  float: 'float floats floating levitating levitates drift hang hanging ascending ascends rises rising',
  fall: 'fall falls falling drop drops dropping pour pouring tumbling tumble raining_down descends descending',
  spin: 'spin spins spinning rotate rotates rotating twist twisting whirl whirling turning swirling swirl somersault cartwheel',
  drive:
    'drive drives driving speeding accelerating accelerates riding rides ride cycling skateboarding skating skates skiing sledding rolling_down commuting parked_car',
  roll: 'roll rolls rolling bowling',
  climb: 'climb climbs climbing scaling',
  rest: 'sleep sleeps sleeping sit sits sitting lying lies rest resting meditating meditates reading reads parked standing stands perched sleeping napping leaning posing kneeling stuck',
  shine: 'shine shines shining glow glows glowing sparkle sparkling twinkle twinkling gleaming',
  explode: 'explode explodes exploding erupt erupts erupting explosion bursting',
});

/** Said of the subject before these words, in relation to the one after them. */
export const findPlacements = createLexicon<Placement>({
  left: 'left_of on_the_left_of to_the_left_of on_the_left',
  right: 'right_of on_the_right_of to_the_right_of on_the_right',
  above:
    'above on_top_of atop over on_the_top_of riding rides ride astride standing_on sitting_on perched_on on_the_back_of',
  below: 'below under underneath beneath on_the_bottom_of at_the_bottom_of',
});

const COUNTS = new Map<string, number>([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['single', 1],
  ['two', 2],
  ['both', 2],
  ['couple', 2],
  ['pair', 2],
  ['twin', 2],
  ['three', 3],
  ['trio', 3],
  ['few', 3],
  ['four', 4],
  ['several', 4],
  ['some', 3],
  ['five', 5],
  ['group', 5],
  ['family', 4],
  ['bunch', 5],
  ['pile', 5],
  ['stack', 4],
  ['team', 5],
  ['six', 6],
  ['many', 6],
  ['herd', 6],
  ['pack', 5],
  ['seven', 7],
  ['flock', 7],
  ['school', 7],
  ['crowd', 8],
  ['eight', 8],
  ['nine', 9],
  ['ten', 9],
  ['dozen', 9],
  ['dozens', 9],
  ['hundreds', 9],
  ['thousands', 9],
  ['swarm', 9],
]);

/** How many are meant by a word in front of a noun: 1 to 9; null for words that do not count. */
export function countOf(word: string): number | null {
  const digits = /^\p{Nd}{1,3}$/u.test(word) ? Number.parseInt(word, 10) : Number.NaN;
  if (Number.isFinite(digits)) return Math.min(9, Math.max(1, digits));
  return COUNTS.get(word) ?? null;
}
