import { createLexicon } from './lexicon.ts';
import type { Effect, Mood, Season, Setting, TimeOfDay, Weather } from './stage-reading.ts';

/** Words that name a place. Earlier in the prompt is not stronger: see `readSetting`. */
export const findSettings = createLexicon<Setting>({
  meadow:
    'meadow grass grassland garden park hill hills countryside farm farmland pasture prairie savanna savannah vineyard lawn zoo playground picnic golf_course field_of_flowers flower_field lavender_field backyard yard cemetery graveyard',
  forest: 'forest jungle woods woodland rainforest bamboo_forest bamboo grove orchard redwoods treehouse tree_house',
  city: 'city cityscape skyline downtown skyscrapers skyscraper metropolis manhattan nyc new_york tokyo shanghai london chicago rooftop paris dubai the_bund san_francisco urban empire_state',
  street:
    'street road highway alley sidewalk avenue crosswalk traffic intersection parking_lot parking_space parking_garage bus_stop bus_station gas_station train_station train_tracks railway bridge bazaar market driveway boulevard runway crosswalks phone_booth construction_site graffiti brick_wall',
  sea: 'sea ocean waves harbor harbour bay open_water marina dock pier lighthouse iceberg coast coastal',
  beach: 'beach seaside shore seashore sandy_shore tropical_island island surf coastline sandcastle',
  lake: 'lake pond river riverside lakeside stream waterfall canal creek seine swimming_pool pool venice swamp marsh wetland wetlands bog oasis fountain water',
  underwater:
    'underwater under_water under_the_sea coral_reef reef seabed ocean_floor aquarium deep_sea submarine scuba',
  mountains:
    'landscape scenery great_wall mountain mountains peak peaks canyon canyons cliff cliffs valley alps himalayas glacier mount_fuji yosemite grand_canyon ski_slope cave rock_climbing',
  desert: 'desert dune dunes sand sahara cactus pyramid pyramids egypt mesa wild_west',
  snowfield:
    'snowfield arctic antarctica tundra north_pole snowy_landscape igloo ice_rink frozen_lake ski_resort snow_covered polar',
  sky: 'sky clouds sky_high in_the_air above_the_clouds skydiving hot_air_balloon stratosphere',
  space:
    'space outer_space galaxy cosmos universe moon_surface on_the_moon on_mars mars planet planets orbit space_station nebula solar_system milky_way interstellar astronaut lunar jupiter saturn asteroid earth',
  room: 'room indoor indoors inside kitchen bedroom bathroom library classroom office living_room restaurant diner bistro cafeteria canteen cafe bakery bar pub coffee_shop museum gallery studio gym hospital laboratory lab workshop attic basement house_interior hallway corridor elevator garage store shop supermarket mall church_interior cathedral temple_interior operating_room theater theatre concert_hall ballroom dining_room hotel table desk shelf sofa couch fireplace windowsill window_seat bed armchair art_gallery lecture_hall science_museum ice_cream_shop arcade washing ironing dishes vacuuming studying knitting sewing crocheting embroidery typing',
  field:
    'stadium arena court tennis_court basketball_court soccer_field football_field baseball_field playing_field race_track pitch golf track_field',
  village:
    'village town cottage hamlet castle palace temple church barn mosque old_town cabin monastery courtyard ruins alamo fairy_tale kingdom starry_night',
  volcano: 'volcano lava magma eruption erupting hell inferno',
  stage: 'white_background plain_background black_background abstract blank_background',
});

export const findTimes = createLexicon<TimeOfDay>({
  dawn: 'dawn sunrise daybreak early_morning morning first_light rising_sun sun_rising sun_rises',
  day: 'day daytime noon midday afternoon daylight',
  sunset: 'sunset dusk evening twilight golden_hour sundown sun_setting setting_sun sun_sets',
  night:
    'night midnight nighttime moonlit moonlight moon starry stars star starlight nocturnal neon_lights fireworks firework fireflies campfire northern_lights aurora galaxy',
});

export const findWeathers = createLexicon<Weather>({
  rain: 'rain rainy raining drizzle downpour wet puddle puddles umbrella umbrellas showers rainstorm',
  storm: 'storm stormy thunderstorm lightning thunder tornado hurricane tempest',
  snow: 'snow snowy snowing snowfall snowstorm blizzard snowflakes snowman skiing snowboarding',
  fog: 'fog foggy mist misty haze hazy smog',
  wind: 'wind windy breeze breezy gust windmill kite blowing',
  sunny: 'sunny sunshine sunlight bright_sun blue_sky clear_sky sunlit sun',
});

export const findSeasons = createLexicon<Season>({
  spring: 'spring springtime blossom blossoms cherry_blossom cherry_blossoms sakura tulips',
  summer: 'summer summertime',
  autumn: 'autumn fall_foliage autumnal autumn_leaves maple halloween pumpkin fall_leaves fall_colors',
  winter: 'winter wintry christmas snowman snow snowy icy frost',
});

export const findMoods = createLexicon<Mood>({
  calm: 'calm peaceful tranquil serene quiet gentle relaxing cozy cosy leisurely soft dreamy meditating tranquility',
  happy:
    'happy joyful cheerful funny fun party celebration festival smiling laughing playful cute birthday dancing wedding carnival colorful colourful',
  sad: 'sad lonely alone crying melancholy abandoned sobbing funeral grief mourning gloomy',
  spooky:
    'spooky scary haunted ghost ghosts creepy horror zombie vampire halloween witch eerie skeleton graveyard sinister',
  tense:
    'fight fighting battle war chase chasing race racing explosion exploding danger intense angry storm monster attack attacking thriller apocalypse apocalyptic',
  grand: 'epic grand majestic magnificent massive giant awe heroic cinematic vast monumental breathtaking dramatic',
});

export const findEffects = createLexicon<Effect>({
  fireworks: 'fireworks firework new_year',
  fire: 'fire flame flames bonfire campfire burning fireplace torch',
  smoke: 'smoke steam smoking smoky chimney steaming geyser',
  bubbles: 'bubble bubbles underwater soap aquarium champagne',
  leaves: 'autumn leaf fall_leaves autumn_leaves foliage falling_leaves',
  petals: 'petal petals blossom blossoms sakura cherry_blossom cherry_blossoms wedding',
  confetti: 'confetti party celebration carnival birthday parade festival',
  sparkles:
    'sparkle sparkles sparkling magic magical glitter fairy fireflies firefly glowing shiny wizard enchanted diamond',
  notes:
    'music musical song singing guitar piano violin concert jazz trumpet saxophone drum drums band orchestra tuba harp accordion',
});
