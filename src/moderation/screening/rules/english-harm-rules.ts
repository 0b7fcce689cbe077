import {
  babyWords,
  childWords,
  drugWords,
  explicitWords,
  groupWords,
  harmlessBombs,
  harmlessNakedness,
  howToWords,
  publicFigures,
  suggestiveWords,
  teachingWords,
  weaponWords,
} from './english-words.ts';
import type { Rule } from './rule.ts';
import { english } from './whole-words.ts';

const group = `(?:the |all |these |those |every |dirty |filthy |fucking ){0,4}(?:${groupWords.join('|')})`;
const any = (words: readonly string[]) => `(?:${words.join('|')})`;
const harmless = english(...harmlessNakedness);
const whose =
  '(?:a|an|the|his|her|my|our|their|your|another|this|that|one|some|two|three|every|each|poor|stray) (?:\\w+ ){0,2}';
const person = `(?:him|them|someone|somebody|people|${whose}(?:man|men|woman|women|girl|boy|guy|person|child|kid|wife|husband|girlfriend|boyfriend|victim|stranger|neighbou?r|prisoner|hostage|passer-?by|teacher|pupil|student|classmate|officer|guard|mother|father|sister|brother|son|daughter|baby|beggar|migrant|refugee|customer|employee))`;
const animal = `${whose}(?:dog|puppy|cat|kitten|horse|donkey|pony|cow|calf|pig|sheep|lamb|goat|bird|pigeon|duck|swan|chicken|rabbit|bunny|hamster|monkey|elephant|bear|fox|deer|turtle|dolphin|seal|frog)s?`;
const hurts =
  '(?:kick|punch|whip|strangl|chok|drown|stab|beat|slap|tortur|torment|stomp|suffocat|smother|electrocut|poison|bludgeon|flog|assault|abduct|kidnap)(?:e|es|s|ing|ning|bing|ping)?(?: on| up)?';
const hurt =
  '(?:punched|whipped|strangled|choked|drowned|stabbed|beaten|slapped|tortured|tormented|stomped|suffocated|smothered|electrocuted|poisoned|bludgeoned|flogged|caned|assaulted|abducted|kidnapped|mauled|butchered|skinned|hanged|spat (?:on|at)|shot (?:dead|in the|at)|set on fire|(?:pushed|shoved|thrown) (?:off|down|out|in front)|dragged (?:into|away|out|off|by|along|through|behind))';

/** What hurts people, in English: the gravest, and only what is clear from words alone. */
export const englishHarmRules: readonly Rule[] = [
  {
    policy: 'minors',
    outcome: 'refuse',
    says: english('child porn\\w*', 'csam', 'lolis?', 'lolicon', 'shotacon', 'jailbait', 'pa?edophil\\w*'),
  },
  {
    policy: 'minors',
    outcome: 'refuse',
    says: english(...explicitWords, ...suggestiveWords),
    with: english(...childWords),
    unless: harmless,
  },
  { policy: 'minors', outcome: 'refuse', says: english(...explicitWords), with: english(...babyWords) },
  {
    policy: 'minors',
    outcome: 'review',
    says: english(...suggestiveWords),
    with: english(...babyWords),
    unless: harmless,
  },

  {
    policy: 'sexual-likeness',
    outcome: 'refuse',
    says: english(...explicitWords, ...suggestiveWords),
    with: english(...publicFigures),
    unless: harmless,
  },
  {
    policy: 'sexual-likeness',
    outcome: 'refuse',
    says: english(
      'nudify',
      'deep ?fake (?:porn\\w*|nudes?)',
      '(?:take|remove|strip)\\w* (?:off )?(?:her|his|their) (?:clothes|clothing|shirt|dress)',
      'undress(?:ing)? (?:her|him|this|that|my)',
    ),
  },

  { policy: 'sexual', outcome: 'refuse', says: english(...explicitWords), unless: harmless },
  {
    policy: 'sexual',
    outcome: 'review',
    excusedBy: ['art', 'medicine'],
    says: english(...suggestiveWords),
    unless: harmless,
  },

  {
    policy: 'hate',
    outcome: 'refuse',
    says: english(
      `(?:kill|killing|gas|gassing|exterminat\\w+|eradicat\\w+|lynch\\w*|hang|burn|shoot|behead|wipe out|get rid of|death to|hate|hating|despise) ${group}`,
    ),
  },
  {
    policy: 'hate',
    outcome: 'refuse',
    says: english(
      `${group} (?:are|is|as|like) (?:(?!not |never |no )\\w+ ){0,2}(?:vermin|subhuman\\w*|rats|cockroach\\w*|animals|apes|monkeys|pigs|filth|scum|parasites|disease|inferior|trash|garbage|evil|disgusting|criminals|terrorists|stupid)`,
    ),
  },

  {
    policy: 'extremism',
    outcome: 'refuse',
    excusedBy: ['history-lesson'],
    says: english(
      'nazis?',
      'hitler',
      'third reich',
      'swastikas?',
      'isis',
      'islamic state',
      'al[ -]?qaeda',
      'ku klux klan',
      'kkk',
      'white (?:power|supremac\\w+)',
      'terroris\\w+',
    ),
    with: english(
      'join\\w*',
      'recruit\\w*',
      'propaganda',
      'glorif\\w+',
      'prais\\w+',
      'heroes',
      'heroic\\w*',
      'heil',
      'celebrat\\w+',
      'was right',
      'did nothing wrong',
    ),
  },
  {
    policy: 'extremism',
    outcome: 'review',
    excusedBy: ['history-lesson'],
    says: english(
      'nazis?',
      'hitler',
      'swastikas?',
      'sieg heil',
      'islamic state',
      'isis (?:flags?|fighters?|executions?|soldiers?)',
      'al[ -]?qaeda',
      'ku klux klan',
      'kkk',
      'white (?:power|supremac\\w+)',
      'terrorists?',
      'terrorism',
      'suicide bomb\\w*',
    ),
  },

  {
    policy: 'crime-weapons',
    outcome: 'refuse',
    says: english(...weaponWords, ...drugWords),
    with: english(...howToWords),
    unless: english(...harmlessBombs),
  },
  {
    policy: 'crime-weapons',
    outcome: 'review',
    says: english(...weaponWords, ...drugWords),
    with: english(...teachingWords),
    unless: english(...harmlessBombs),
  },
  {
    policy: 'crime-weapons',
    outcome: 'refuse',
    says: english(
      `(?:mak|build|assembl|construct|cook|synthesi[sz])(?:e|es|ing|s)? (?:\\w+ ){0,2}${any([...weaponWords, ...drugWords])}`,
    ),
    unless: english(...harmlessBombs),
  },
  {
    policy: 'crime-weapons',
    outcome: 'review',
    excusedBy: ['fiction', 'warning'],
    says: english(
      '(?:rob|robbing) (?:a|the) (?:bank|store|house)',
      "(?:pick|hotwir|break)\\w* (?:into )?(?:a|the|someone'?s?) (?:lock|car|house)",
      'shoplift\\w*',
      'human trafficking',
      'snort\\w* (?:cocaine|a line)',
      'inject\\w* heroin',
      'drug deal\\w*',
    ),
  },

  {
    policy: 'self-harm',
    outcome: 'refuse',
    excusedBy: ['medicine', 'warning'],
    says: english(
      'suicid\\w+',
      '(?:kill|hang|shoot|cut|harm|hurt|burn)(?:s|ing|ting)? (?:my|him|her|your|them)sel(?:f|ves)',
      'self[ -]?harm\\w*',
      '(?:cut|slit|slash)\\w* (?:my|his|her|their|the) wrists?',
      'pro[ -]?ana',
      'thinspo',
      '(?:hang\\w* from|in) a noose',
    ),
    unless: english(
      'suicide (?:prevention|awareness|hotline|helpline|squad|squeeze|doors?|bomb\\w*)',
      'prevent\\w* suicide',
      'cut(?:s|ting)? (?:him|her|your|my|them)sel(?:f|ves) (?:a|an|some|free|off|loose)',
    ),
  },

  {
    policy: 'violence',
    outcome: 'review',
    excusedBy: ['medicine', 'art'],
    says: english(
      'gore',
      'gory',
      'behead\\w*',
      'decapitat\\w*',
      'dismember\\w*',
      'disembowel\\w*',
      'mutilat\\w*',
      'eviscerat\\w*',
      'blood ?bath',
      'bloodied',
      'pools? of blood',
      '(?:covered|drenched|soaked|splattered|dripping) (?:in|with) blood',
      'blood (?:everywhere|splatter\\w*|dripping|gushing|spurting)',
      'corpses?',
      'dead bod(?:y|ies)',
    ),
  },
  {
    policy: 'violence',
    outcome: 'review',
    excusedBy: ['sport', 'medicine', 'art', 'history-lesson'],
    says: english(
      'tortur\\w+',
      'massacre\\w*',
      '(?:school|mass) shoot\\w*',
      'stab(?:s|bed|bing)',
      'shot in the head',
      'strangl\\w+',
      'murder(?! of crows| mystery)(?!(?:s|ed|ing)? (?:a|the|this|that) (?:\\w+ )?(?:song|tune))\\w*',
      'public executions?',
      'executed by',
      'lynch\\w*',
      '(?:abus|beat)(?:e|es|ing) (?:a|an|the|his|her|my) (?:dog|cat|animal|wife|husband|child|woman|man|kid)',
      '(?:kill|killing|kills) (?:a|an|the|his|her|my|people|everyone|him|them)',
    ),
  },
  {
    policy: 'violence',
    outcome: 'review',
    excusedBy: ['sport', 'medicine', 'art', 'history-lesson', 'fiction', 'warning'],
    says: english(`${hurts} (?:${person}|${animal})`, `(?:gets?|getting|being) ${hurt}`),
    unless: english(
      'beat(?:s|en|ing)? (?:\\w+ ){1,4}(?:at|in|to) (?:a |the )?(?:chess|cards|poker|tennis|ping ?pong|golf|soccer|football|basketball|race|game|match|final|contest|quiz|finish|punch|board|video games?)',
    ),
  },
  {
    policy: 'private-people',
    outcome: 'review',
    says: english(
      "(?:here(?:'s| is| are)|i have|i've got|i got|i attached|attached(?: is| are)?|use|using) (?:\\w+ ){0,3}(?:pics?|photos?|pictures?|selfies?|videos?|voice ?(?:mail|note|message)s?) (?:of|i|below|attached|and|so|to|make)",
      "(?:swap|replac|put|past|chang|plac)(?:e|es|s|ing|ping)? (?:\\w+(?:'s)? ){1,4}faces? (?:with|on|onto|into|for|by)",
      'face ?swap\\w*',
    ),
  },
];
