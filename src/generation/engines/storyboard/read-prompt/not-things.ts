/** Words that emojilib has a picture for, but that seldom mean the thing in a prompt for a video. */
export const NOT_THINGS: ReadonlySet<string> = new Set(
  `a an the is are be was in on at by to of or and no not new like up down out off still set stand stands standing
  sit sits sitting view photo photograph image picture painting drawing illustration sketch style scene background
  foreground front back side left right top bottom middle center corner edge part piece pieces face head eye eyes
  ear ears nose mouth tooth foot leg hand hands arm arms tongue hair neck brain heart skin body wind ice snow water
  air wood desert sunset sunrise cityscape stadium school fireworks firework night day morning evening spring summer
  autumn fall winter time times pick watch watches watching fly flies seat seats cooking construction wings wing
  ring shower mountain mountains fog selfie cooking love peace life energy light lights dark bright shadow color
  colors colour colours red orange yellow green blue purple pink black white brown grey gray gold golden silver
  big small tiny large huge giant tall short high low long wide deep old young hot cold happy sad angry calm quiet
  slow fast speed power force single two three four five six seven eight nine ten one pair couple group team family
  crowd herd flock playing play dance dancing running walking walk run swimming sailing flying driving riding jump
  jumps jumping falling sleeping reading writing singing smiling laughing fighting cooking doing taking moving
  working shopping facing raised raising looking look looks find catch throw pass cut open close closed empty full
  hot cool soft hard great good best beautiful cute funny wet dry clean dirty broken frozen shiny sparkling wearing
  wear dressed dress suit costume shirt jacket clothes uniform cap helmet symbol sign letter
  letters word words text number note notes logo icon icons emoji design art artwork modern digital electronic
  technology machine system computer_graphics video movie film screen display presentation business professional
  park garden farm field room house_interior kitchen bathroom bedroom library office museum restaurant cafe store
  shop street road highway alley city town downtown skyline village beach ocean sea lake river pond pool forest
  space sky galaxy earth_tone country world international japanese chinese american french italian greek egyptian
  oriental new york san francisco paris london tokyo australia america italy vietnam japan china blossoms wall
  floor roof ceiling table desk stone metal iron glass paper cardboard rope stick line lines circle square triangle
  diamond_shape wave waves twist swirl swirls curve hole tracks track post pole beat shot race match game sport
  sports force fantasy tales horror mystery party music musical jazz rock_music band beauty makeup fashion bath
  bathing laundry massage cleaning smoking smoke steam bubbles fog mist dust rain storm thunder lightning cloud_cover
  cooking food drink fruit vegetables juice milk breakfast lunch dinner animal animals plant_life nature landscape
  human humans people_in something everything nothing male female men gay us them his her their its it you me i he
  she we they who what where when why how can could will would with without from into onto over under above below
  between near next behind beside through across along around about very much many few several some any all both
  each every other another more most less same different identical together alone again away back first last end
  start begin stop wait go going come coming get getting make making made put take give giving show shows showing
  keep use using used say says saying see seen hear feel think know want need try help turn turning spin hold
  holding carry carrying push pull pour pouring drop drops grow grows growing build building_up peace faithful
  virgin liberty fairness gender serenity stock cell well present pad pin board chest trunk bust crown_of present_day
  construction medium aerial angle close-up closeup shot pan tilt zoom lens focus perspective effect slow-motion
  motion intense super racking steady smooth featuring symbol spiral dizzy sparkles collision cyclone droplet foggy
  station bank convenience compass anchor ok on soon wedding adult older couple kiss hug surface shine shines
  shining present soul souls magic secret clear set rise rising dawn dusk midnight noon atom sos free vs key_note
  abstract background winter_season oil tears laugh cool fresh smart loud sound music noise boom pop split pixel
  heavy comic ancient hello meeting punk ink pen chef_hat scroll_text printer booth stack pile scene_of
  starry silhouette computer memo bookmark tree_trunk present gift_wrap`
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' ')),
);
