import { stylesOfStudios } from '../english-words.ts';

import { createSieve, english, matchAt } from '../whole-words.ts';
import { wordStarts } from '../word-starts.ts';

/**
 * Phrases in which a word that is looked for means something harmless. They are taken out before words are looked up; what
 * else the text says still counts.
 */
const PHRASES = [
  ...stylesOfStudios,
  'blood (?:orange|moon|donat\\w+|donor|pressure|test|cells?|vessels?|bank|drive|type|hound)s?',
  'killer (?:whale|heels|deal|bee)s?',
  'حوت (?:الاوركا )?(?:ال)?قاتل',
  '(?:shooting|falling) stars?',
  '(?:photo|film|bamboo|green|pea) ?shoots?',
  '(?:shoot|shooting|shot|shoots) (?:a |the |some )?(?:film|movie|video|photo\\w*|pictures?|hoops?|basketball|scene|arrows? at (?:a|the) target|free throws?|commercial|penalty)',
  'kill(?:s|ed|ing)? (?:a |the |some |an |off )?(?:\\w+ )?(?:time|process(?:es)?|python|weeds?|lights?|engine|vibe|germs?|bacteria|mosquito\\w*|fly|flies|program|thread|switch|task|bugs?|mood|pain|silence|round|dragon|zombies?|virus)',
  'dead (?:sea|leaves|leaf|tree|trees|wood|end|line|pixel|battery|heat|centre|center)',
  '(?:water|nerf|glue|heat|toy|squirt|spray|bubble|grease|staple|paint|paintball|laser|tattoo|massage|top|t shirt) guns?',
  'gun ?metal',
  '(?:bath|photo|seed|cherry|glitter|water|paint|stink|love|yarn|cocoa|chocolate|fizz) bombs?',
  'explo(?:sion|sions|de|des|ding|ded) (?:(?:of|with|in|into) )?(?:\\w+ )?(?:colou?rs?|flavou?rs?|joy|flowers?|confetti|laughter|light|glitter|petals|paint|powder|taste|stars?)',
  '(?:star|supernova|galax\\w*|volcano|volcanic|popcorn|firework\\w*|colou?r) explo\\w+',
  'firework\\w* (?:\\w+ ){0,3}explo\\w+|explo\\w+ (?:\\w+ ){0,2}firework\\w*',
  'made? (?:\\w+ )?out (?:of|to)',
  '(?:hot|corn|chili) ?dogs?',
  '(?:chopping|cutting|carving) boards?',
  '(?:grill|barbecue|bbq) (?:party|parties|restaurant|stand|house)s?',
  'bloody mar(?:y|ys|ies)',
  '(?:beat|beaten) up (?:old )?(?:car|truck|van|bus|guitar|couch|sofa|shoes|boots|suitcase|bike|chair)s?',
  'naked (?:eye|mole|oats?|cake|trees?|branch\\w*|flame|chef)',
  'nude (?:lipstick|heels|colou?r\\w*|shade\\w*|tone\\w*|beige|walls?|nails?|polish|palette|pumps|sofa)',
  '(?:same|opposite) sex',
  'sex education',
  'sexual(?:ly)? (?:education|health|harassment policy|reproduction)',
  'breast(?: cancer| feeding|feeding|stroke| pocket| plate|plate| of chicken)',
  'chicken breasts?',
  'stab(?:s|bed|bing)? (?:at|of) (?:the |a |his |her )?(?:potato|cake|steak|salad|guess|pain of)',
  'gas (?:station|stove|pump|mask|giant|lamp|tank|bill|range)s?',
  'whip(?:s|ped|ping)? (?:cream|up|egg\\w*|the cream)',
  'race (?:car|track|horse|day|bike)s?',
  '(?:bike|horse|car|foot|relay|sack|boat|drag|swimming|sled|marathon) races?',
  'the race',
  'murder (?:of crows|mystery)|murder(?:s|ed|ing)? (?:a |the |this |that )?(?:\\w+ )?(?:songs?|tune|dance floor)',
  'drown(?:s|ed|ing)? in (?:work|paper\\w*|emails?|laundry|choices|chocolate|syrup|honey|butter)',
  'beaten (?:eggs?|path|track|gold|copper)',
  'beating (?:heart|drum|wings|eggs?)s?',
  'kill(?:s|ed|ing)? the (?:flame|heat|gas|burner|fire)s?(?: under)?',
  'stab(?:s|bed|bing)? (?:a|the) (?:roast|turkey|meat|sausage|cake|dough)',
  'attack(?:s|ing)? (?:a |the )?(?:goal|problem|cake|sandwich|ball|hill)',
  '(?:heart|panic|asthma) attacks?',
  'flu shots?|shot put|shot glass|mug ?shots?',
  'steal(?:s|ing)? (?:the show|the scene|second base|a base|home|a glance|a kiss|cheese|food|a sandwich|the ball|the cookie)',
  'suicide (?:prevention|awareness|hotline|helpline|squad|squeeze|doors?)',
  'prevent\\w* suicide',
  'hit(?:s|ting)? (?:the |a )?(?:ball|gym|road|beach|target|drum|note|slopes|nail|books|high note|home run|button|brakes|jackpot)',
  'punch(?:es|ing)? (?:bowl|bag|line|card)s?',
  'crash (?:test dumm\\w+|course|helmet)s?',
  'why (?:a |the )?(?:perpetual motion|free energy|time travel)(?: machines?)? (?:fails?|is impossible|cannot work)',
  'riots? of colou?rs?',
  'flood(?:s|ed|ing)? (?:\\w+ )?(?:with|in) (?:\\w+ )?(?:light|colou?r|sunlight|moonlight)',
  'marvel(?:s|l?ed|l?ing)? at',
  '(?:shot|filmed|taken|recorded) (?:on|with) (?:an? |my |his |her )?iphone',
  'execut(?:e|es|ed|ing) (?:a|an|the|his|her|their) (?:(?!with|and|by|to|for)\\w+ ){0,3}(?:kick|dribble|pirouette|hockey stop|somersault|backflip|cartwheel|dunk|crossover|chip shot|dance)s?',
  '(?:african|asian|indian|american|mexican|siberian|arabian|persian) (?:savann?ah?s?|safaris?|plains?|grasslands?|wildlife|wild dogs?|elephants?|lions?|buffalo|bison|leopards?|rhinos?|camels?|horses?|cats?|tigers?|ocean|summer)',
  'whipp?(?:ed|ing)? (?:hair|winds?|sails?|scarf)|(?:hair|winds?|sails?|scarf|tail) whip(?:s|ped|ping)?',
  'no (?:firearms|guns|weapons)["”]? signs?',
  'mock (?:trial|exam|interview|turtle|orange)s?',
  "coup d['’]?(?: ?œil| ?oeil)|coup de (?:theatre|théâtre|foudre|grâce)",
  'beat(?:s|ing)? (?:my|his|her|their|the|a) (?:own )?(?:records?|time|best|drums?|odds|clock|traffic|eggs?|high score)',
  '(?:apple|banana|chicken|crispy|fish|grape|lemon|onion|orange|potato|tomato) skins?',
  'crispy (?:\\w+ )?skin',
  '(?:sword|fire) (?:swallow|eat)ers?',
  '(?:boar|bull|dragon|hippo|horse|pig|piglet|pony|rhino|zebra)s? snort(?:s|ed|ing)?',
  '(?:cat|cheetah|cougar|fox|heron|leopard|lion|lioness|panther|tiger|wolf)(?:es)? stalk(?:s|ed|ing)?',
  'threatening (?:clouds?|sky|skies|storm|weather)',
  '(?:cat|crow|dog|fox|goat|magpie|monkey|parrot|raccoon|seagull|squirrel)s? (?:steal|stole)(?:s|n)?',
  'holocaust (?:survivor|memorial|museum|remembrance)s?',
  'former (?:burglar|criminal|extremist|gang member|neo[ -]nazi|poacher|smuggler|thief)s?',
  '(?:burglar|bully|poacher|smuggler|thief) turned (?!in|on|up|down|to|out|off)\\w+',
  // An office, fame or a crime of what can have none.
  'celebrity (?:cat|dog|goat|hamster|horse|kitten|panda|parrot|penguin|pig|puppy|rabbit)s?',
  '(?:president|prime minister|first lady|king|queen|dictator|tyrant)s? of (?:(?:an?|the) )?(?:forest|garden|jungle|kitchen|lake|playground|pond|sandbox|imaginary|invented|made up|fictional)',
  '(?:imaginary|invented|made up|fictional) (?:celebrit(?:y|ies)|presidents?|prime ministers?|pop stars?)',
  '(?:conspirac(?:y|ies)|dictator|gang|invasion|jihad|smuggler|thief|thieves)s? of (?:the )?(?:cats?|dogs?|ducks?|geese|hearts?|jokes?|kittens?|laundry|penguins?|pigeons?|puppies|socks?|songs?|squirrels?|sunlight)',
  'revolutions? of (?:an?|the) (?:carousel|door|earth|fan|moon|planet|propeller|record|turntable|wheel)s?',
  '(?:trump|trumps) (?:card|suit)s?',
  'look alike contests?',
  // What is made for a stage or a film.
  '(?:cardboard|prop) (?:guns?|money|pistols?|rifles?|weapons?)',
  '(?:fake|play|paper|stage|toy) money for (?:an?|her|his|my|our|the|their) (?:\\w+ )?(?:board game|film|game|movie|play|stage|theat(?:er|re))',
  '(?:fake|mock|spoof) (?:cooking|nature|wildlife) (?:documentar(?:y|ies)|shows?)',
  'crack(?:s|ed|ing)? (?:an |the )?(?:egg|nut|joke|code|safe with honey)s?',
  'drug ?stores?',
  'cold war museum',
  'tiger sharks?|shark attack drill',
  'execut(?:e|es|ed|ing) (?:a |the |an |my )?(?:\\w+ )?(?:plan|strategy|query|command|script|order|search|function|dance|turn|dive|code|move|trick|jump|program|routine|flip|pass)\\w*',
  'roman candles?',
  'bomb (?:cyclone|disposal|shelter|squad)s?',
  'virgin (?:olive|forest|mojito)',
  'white water|black (?:cat|dog|bird|hole|bear|box|board|tea|coffee|car|dress|suit|horse)s?',
  'white house (?:with|on|by|in|near|beside)',
  'free ?kick|kick ?off',
  'cuts? (?:him|her|your|my|them)sel(?:f|ves) (?:a|an|some|free|off|loose)',
  'assassin bugs?',
  'pea ?shooters?',
  '(?:flawless|perfect|skill\\w+|precise|smooth|clean|elegant) execution',
  'execution of (?:a|the) (?:dance|plan|dive|move|routine|trick|jump)',
  // Of Arabic, in the one spelling that texts are brought into.
  '(?:ال)?(?:شجره|اشجار|اغصان|صخور|جبال|ارض) (?:ال)?عاريه',
  '(?:ب?العين) (?:ال)?عاريه',
  'عاريه? القدمين',
  'مصاص\\p{L}{0,2} (?:ال)?دماء',
  '(?:سرطان|فحص|تصوير) (?:ال)?ثدي',
  'قمر (?:ال)?دموي',
  'ليله (?:ال)?(?:عيد|عرس|زفاف|حناء?|قدر)',
  '[يت](?:قتل|موت)\\p{L}{0,3} (?:من )?(?:ال)?ضحك',
  '(?:ال)?(?:قرد|قط|قطه|كلب|ماعز|نورس|سنجاب|ثعلب|غراب|راكون) (?:[يت]سرق|سرق)ت?',
  '[يتن]?ضرب\\p{L}{0,3} (?:ب?ال|علي (?:ال)?)?(?:كره|طبل|طبله|دف|جرس|عود|وتر|مثل|رقم|سمكه|ارض)',
  '(?:ال)?مسدس (?:ال)?(?:غراء|شمع|ماء|رش|لعبه|دهان)',
  '(?:ازاله|نزع) (?:ال)?(?:الغام|متفجرات)',
] as const;

const phrasesBeginning = createSieve(PHRASES.map((phrase) => english(phrase)));

export function withoutHarmlessPhrases(text: string): string {
  const apart = text.replaceAll(/(?<=\p{L})[-/](?=\p{L})/gu, ' ');
  let kept = '';
  let from = 0;
  for (const { letters, at } of wordStarts(apart)) {
    if (at < from) continue;
    const phrase = phrasesBeginning(letters).find((each) => lengthAt(each, apart, at) > 0);
    if (!phrase) continue;
    kept += `${apart.slice(from, at)} ; `;
    from = at + lengthAt(phrase, apart, at);
  }
  return kept + apart.slice(from);
}

const lengthAt = (phrase: RegExp, text: string, at: number) => matchAt(phrase, text, at)?.[0].length ?? 0;
