/** Words that several rules share, as parts of patterns. */
export const explicitWords = [
  'porn\\w*',
  'xxx',
  'nsfw',
  'hardcore sex',
  'sex (?:scenes?|tapes?|acts?|toys?|slaves?|party)',
  '(?:have|has|having|had) sex',
  'sexual(?:ly)? (?:acts?|intercourse|explicit|assault\\w*|abus\\w*)',
  'intercourse',
  'genitals?',
  'genitalia',
  'erections?',
  'orgasm\\w*',
  'masturbat\\w*',
  'ejaculat\\w*',
  'fellatio',
  'blow ?jobs?',
  'hand ?jobs?',
  'gang ?bangs?',
  'cum ?shots?',
  'dildos?',
  'raped?',
  'raping',
  'bestiality',
  'incest',
];

export const suggestiveWords = [
  'nudes?',
  'nudity',
  'naked',
  'topless',
  'bottomless',
  'unclothed',
  'undress(?:ed|ing)?',
  'lingerie',
  'sexy',
  'sexual\\w*',
  'erotic\\w*',
  'seductive(?:ly)?',
  'lewd',
  'lustful',
  'fetish\\w*',
  'striptease',
  'strippers?',
  'bare (?:breasts?|chested woman)',
  'sex',
];

export const harmlessNakedness = [
  'naked (?:eye|mole|oats?|cake|trees?|branch\\w*|flame|chef)',
  '(?:same|opposite)[ -]sex',
  'sex education',
  'sex and the city',
  'nude (?:lipstick|heels|colou?r\\w*|shade\\w*)',
];

export const childWords = [
  'child',
  'children',
  'childs',
  'kids?',
  'toddlers?',
  'pre-?teens?',
  'tweens?',
  'teens?',
  'teenage\\w*',
  'under-?age\\w*',
  '(?:a )minor',
  'minors',
  'school ?(?:girls?|boys?|kids?|child\\w*)',
  '(?:little|young) (?:girls?|boys?)',
  'boys?',
  '(?:[1-9]|1[0-7])[ -]?(?:years?[ -]?olds?|yo|y\\/o)',
  '(?:1st|2nd|[3-9]th|first|second|third|fourth|fifth|sixth|seventh|eighth) graders?',
  'kindergart\\w*',
];

export const babyWords = ['bab(?:y|ies)', 'infants?', 'newborns?', 'cherubs?'];

export const howToWords = [
  'how to',
  'how (?:you|i|we|one) (?:can|could|would)',
  'instructions?',
  'tutorials?',
  'step[ -]by[ -]step',
  'recipes?',
  'diy',
  'blueprints?',
];

/** Less clear: a museum's guide explains bombs too. */
export const teachingWords = ['guides?', 'teach(?:es|ing)?', 'explain(?:s|ing)?', 'lessons?'];

export const weaponWords = [
  '(?:(?:pipe|dirty|nail|car|petrol|fertili[sz]er|nuclear) ?)?bombs?',
  'explosives?',
  'ieds?',
  'molotovs?(?: cocktails?)?',
  'grenades?',
  'napalm',
  'ricin',
  'sarin',
  'anthrax',
  'nerve agents?',
  'ghost guns?',
  'silencers?',
  'thermite',
  'pipe ?bombs?',
];
export const harmlessBombs = [
  '(?:bath|photo|seed|cherry|glitter|water|paint|stink|love|yarn|cocoa|chocolate|fizz) ?bombs?',
  'bomb (?:cyclone|disposal|shelter)s?',
];

export const drugWords = [
  'meth',
  'crystal meth',
  'methamphetamine',
  'heroin',
  'fentanyl',
  'crack cocaine',
  'cocaine',
  'lsd',
  'mdma',
];

/** Groups that hate is aimed at; only together with what is wished on them. */
export const groupWords = [
  'jews?',
  'muslims?',
  'christians?',
  'hindus?',
  'sikhs?',
  'buddhists?',
  'arabs?',
  'blacks?',
  'whites?',
  'asians?',
  'africans?',
  'mexicans?',
  'latin[oax]s?',
  'immigrants?',
  'migrants?',
  'refugees?',
  'foreigners?',
  'gays?',
  'lesbians?',
  'homosexuals?',
  'trans(?:gender)?s?',
  'trans people',
  'women',
  'disabled(?: people)?',
  'gyps(?:y|ies)',
  'roma',
  '(?:black|white|gay|disabled|brown) people',
];

/** People whose doings and sayings are news, by the names under which they are known. A start, to be added to. */
export const publicFigures = [
  '(?:donald |president )?trump',
  '(?:joe |president )?biden',
  '(?:barack )?obama',
  'kamala harris',
  '(?:hillary |bill )clinton',
  '(?:vladimir )?putin',
  'zelensky\\w*',
  'zelenskyy',
  'xi jinping',
  '(?:narendra )modi',
  'netanyahu',
  'macron',
  'erdo[gğ]an',
  'starmer',
  'kim jong[ -]un',
  'pope (?:francis|leo)(?: xiv)?',
  'the pope',
  'king charles',
  'prince (?:harry|william)',
  'elon musk',
  'zuckerberg',
  'bill gates',
  'jeff bezos',
  'taylor swift',
  'beyonc[eé]',
  'rihanna',
  'kim kardashian',
  'kanye(?: west)?',
  'messi',
  '(?:cristiano )?ronaldo',
  'scarlett johansson',
  'emma watson',
  'billie eilish',
  'ariana grande',
  'greta thunberg',
  'oprah',
  'tom cruise',
  '(?:bin|mohammed bin) salman',
  'sisi',
  'khamenei',
  'joe rogan',
  'j\\.? ?d\\.? vance',
  'bernie sanders',
  'merkel',
  'queen elizabeth',
];

const studios = '(?:disney|pixar|(?:studio )?ghibli|dreamworks|marvel)(?: pixar)?';
const works = '(?:movies?|films?|animations?|cartoons?|anime)';

/** A style belongs to nobody; whoever is asked for in it may. */
export const stylesOfStudios = [
  `styles? of (?:an? |the )?${studios}(?: ${works})?`,
  `${studios}(?: ${works})?[ -](?:styled?|inspired|like|esque)`,
];
