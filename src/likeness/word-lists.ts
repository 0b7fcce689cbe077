/** Words that say nothing of what is shown. */
export const STOP_WORDS = listed(`
  a an the this that these those some any its his her their my your our it itself himself herself he she they i we you me him them who whom which
  whose what when where and or but as while then so is are was were be been being am has have had do does did will would
  can could may might shall should of in on at by with to for from into onto upon inside within during about like just very
  really too also there here one
  في من الي عن علي مع و ثم هو هي هم هذا هذه ذلك تلك الذي التي الذين قد كان كانت يكون لا ان انه انها كل ما اذا عند حين بينما فيه
  فيها به بها له لها منه منها وهو وهي حول خلال بعد قبل كما او واحد واحده`);

/** With which people begin to ask, before what they ask for. */
export const ASKING_WORDS = listed(`
  please make create generate give show draw animate produce render do can could would will you i we want need like love
  id to see have get me us a an the of about with for where that which showing short little new video clip movie film
  animation footage hello hi hey
  من فضلك لو سمحت رجاء ارجو اريد نريد اصنع اصنعي انشئ انشيء اعمل اعملي ولد صمم ارسم لي لنا ان اري فيديو مقطع مقطعا فيلم قصير قصيرا عن فيه
  مرحبا السلام عليكم`);

/** And with which they end. */
export const CLOSING_WORDS = listed('please thanks thank you thx شكرا فضلك سمحت رجاء');

/** Praise of how it should look, which many add to anything. */
export const ORNAMENTS = listed(`
  beautiful amazing stunning awesome cool nice lovely pretty gorgeous wonderful great perfect best incredible breathtaking
  cinematic realistic photorealistic hyperrealistic realism hd uhd 4k 8k hq high quality detailed detail ultra highly epic
  dramatic professional masterpiece resolution shot scene view image photo picture video footage style render lighting
  جميل جميله رائع رائعه مذهل مذهله سينمائي سينمائيه واقعي واقعيه عاليه الجوده جوده دقه لقطه مشهد صوره`);

/** Where one thing is to another: few letters, and another picture. Each with those that mean the same. */
export const PLACES = groups(`
  on onto upon atop | under beneath below underneath | over above | behind after | front before ahead | between among amid |
  beside near next alongside | out outside | without no not never cannot cant dont doesnt isnt nobody nothing | away |
  toward towards | up | down | around | against | from`);

/** What begins another part of the sentence, which may stand at another place of it. */
export const PREPOSITIONS = listed(`
  in on at by with to for from of into onto upon inside within during through throughout across along under beneath below
  underneath over above behind between among amid beside near around against toward towards without after before until
  via past beyond off outside atop alongside`);

/** With which something else begins. */
export const JOINING = listed('while as but then when or whereas بينما حين');

export const ARTICLES = listed('a an the this that these those some his her its their my your our');

/** What the Arabic adjectives of the lists are in English. */
export const ADJECTIVES = listed(`
  big huge giant small tall short old new young beautiful happy sad alone angry quiet calm crowded empty broken abandoned
  magic colourful bright dark hot cold high deep fast slow smiling scary sunny golden`);

export const NEGATIONS = listed('no not without never cannot cant dont doesnt isnt');

/** Words of which each may stand for the other in a prompt. */
export const SYNONYMS = groups(`
  big large huge giant enormous gigantic massive | small little tiny miniature mini | old elderly aged | ancient antique |
  kid child toddler boy lad | man guy gentleman | woman lady | girl | kitten kitty cat | puppy dog | rabbit bunny |
  scared frightened afraid terrified | happy joyful cheerful | sad unhappy | angry furious | fast quick rapid |
  walk stroll wander | run sprint dash | race speed | jump leap hop | sleep asleep nap | look watch stare | speak talk |
  cook chef | wizard magician sorcerer | sea ocean | forest wood | hill | mountain peak | stone rock | road street | path trail |
  plane airplane aeroplane aircraft | spaceship spacecraft rocketship ufo | car automobile | bike bicycle | boat |
  ship vessel | train | picture painting | movie film | home house | mist misty fog foggy | dusk evening twilight |
  sunset sundown | dawn sunrise daybreak | night nighttime | begin start | shine glow sparkle glitter | quiet silent |
  calm peaceful serene tranquil | colorful colourful vivid | red scarlet crimson | dark darkness | ghost spirit phantom |
  monster creature beast | alien extraterrestrial | baby infant | couch sofa | cup mug | hat cap | garden backyard |
  store shop | bag sack | pal friend | soccer football | photo photograph | saucer`);

/** Counts, and the figure each is. */
export const NUMBERS: ReadonlyMap<string, string> = new Map(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, place): [string, string] => [word, String(place + 2)])
    .concat([
      ['pair', '2'],
      ['couple', '2'],
      ['dozen', '12'],
      ['hundred', '100'],
      ['hundreds', '100'],
      ['thousand', '1000'],
      ['thousands', '1000'],
    ]),
);

/** Forms of verbs that no ending tells, and what they are forms of. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `ran run,flew fly,flown fly,fell fall,fallen fall,ate eat,eaten eat,sang sing,sung sing,swam swim,rode ride,ridden ride,drove
  drive,driven drive,wore wear,worn wear,held hold,stood stand,sat sit,caught catch,threw throw,thrown throw,built build,
  made make,lit light,hid hide,hidden hide,drew draw,drawn draw,wrote write,written write,broke break,broken break,woke
  wake,left leave,told tell,found find,lost lose,met meet,fought fight,grew grow,blew blow,shook shake,stole steal,stolen
  steal,bit bite,bitten bite,drank drink,dug dig,fed feed,frozen freeze,froze freeze,rose rise,sank sink,slept sleep,swept
  sweep,taught teach,dying die,lying lie,won win,led lead,sold sell,bought buy,brought bring,kept keep`
    .split(',')
    .map((pair) => pair.trim().split(/\s+/) as [string, string]),
);

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** From each word to its group. */
function groups(lines: string): ReadonlyMap<string, number> {
  return new Map(
    lines.split('|').flatMap((line, group) => [...listed(line)].map((word): [string, number] => [word, group])),
  );
}
