import type { NamedExcuse } from '../../excuse.ts';
import type { PolicyCode } from '../../policies.ts';
import type { arabicConcepts } from './arabic-concepts.ts';
import type { englishConcepts } from './english-concepts.ts';
import type { englishDeceits } from './english-deceits.ts';
import type { englishScenes } from './english-scenes.ts';

export type Concept =
  | keyof typeof englishConcepts
  | keyof typeof englishScenes
  | keyof typeof englishDeceits
  | keyof typeof arabicConcepts
  | 'abuse'
  | 'badState'
  | 'praise'
  | 'publicFigure'
  | 'knownWork';

/** When all of these concepts stand in a text, each in words of its own, no two further apart than `within` words. */
export interface ConceptRule {
  policy: PolicyCode;
  all: readonly [Concept] | readonly [Concept, Concept];
  within?: number;
  /** Whether it says little in a question, which asks about what it names. */
  weak?: boolean;
  /** What makes it milder, the one that is told first. */
  excusedBy?: readonly NamedExcuse[];
}

const alone = (policy: PolicyCode, ...concepts: Concept[]): ConceptRule[] =>
  concepts.map((concept) => ({ policy, all: [concept] }));

/** Every pair of one of these with one of those. */
const beside = (policy: PolicyCode, these: Concept[], those: Concept[], within = 12): ConceptRule[] =>
  these.flatMap((one) => those.map((other): ConceptRule => ({ policy, all: [one, other], within })));

const excused = (excusedBy: NamedExcuse[], rules: ConceptRule[]): ConceptRule[] =>
  rules.map((rule) => ({ ...rule, excusedBy }));

/** What misleads only whoever takes it for true. */
const seenToBeTrue = (...rules: ConceptRule[][]): ConceptRule[] =>
  excused(['satire', 'reenactment', 'fiction', 'history-lesson', 'warning'], rules.flat());

const weak = (rules: ConceptRule[]): ConceptRule[] => rules.map((rule) => ({ ...rule, weak: true }));

/**
 * What concepts, alone or beside each other, put before a curator. None of them refuses: a concept knows a word, not what
 * is meant by it.
 */
export const conceptRules: readonly ConceptRule[] = [
  ...beside('minors', ['child'], ['nudity', 'sexual', 'cruelty', 'gore', 'suicide'], 14),
  ...beside('minors', ['child'], ['vice'], 8),
  ...beside('minors', ['child'], ['confined', 'madeUp'], 6),
  ...beside('minors', ['smallChild'], ['grownUpThings', 'audience'], 12),
  ...beside('minors', ['smallChild', 'child'], ['punished'], 10),
  ...beside('sexual-likeness', ['publicFigure', 'famed'], ['nudity', 'sexual'], 20),
  ...beside('sexual-likeness', ['acquaintance', 'famed'], ['nudity', 'sexual', 'stripping', 'innuendo'], 20),
  ...excused(['art', 'medicine'], alone('sexual', 'nudity')),
  ...excused(['medicine'], alone('sexual', 'sexual')),
  ...beside('sexual', ['bodyPart'], ['slick'], 10),
  ...beside('sexual', ['passion', 'shameless'], ['lover'], 8),
  ...beside('sexual', ['flaunted'], ['flaunting'], 4),
  ...beside('sexual', ['figureOfMyth'], ['seenBare'], 10),
  ...beside('sexual', ['womanly'], ['undressed'], 5),
  ...beside('sexual', ['womanly'], ['posed'], 6),
  ...beside('sexual', ['painterOfNudes'], ['womanly', 'figureOfMyth', 'bodyPart'], 40),
  ...alone('sexual', 'stripping', 'innuendo'),
  ...beside('sexual', ['garment'], ['transparent', 'vanishing'], 4),
  ...beside('sexual', ['temptingly'], ['tryst'], 10),
  ...excused(['medicine', 'art'], alone('violence', 'gore')),
  ...excused(['sport', 'medicine', 'art', 'fiction', 'history-lesson', 'warning'], alone('violence', 'violence')),
  ...beside('violence', ['bodyPart'], ['butchery', 'restraint', 'fire', 'tearing'], 12),
  ...beside('violence', ['bodyPart'], ['badState'], 6),
  ...beside('violence', ['pet'], ['petButchery'], 10),
  ...excused(['medicine', 'art'], beside('violence', ['blade'], ['inFlesh'], 3)),
  ...excused(['fiction'], beside('violence', ['eating'], ['humanMeal'], 1)),
  ...excused(['warning', 'fiction'], beside('violence', ['burningHouse'], ['insideIt'], 6)),
  ...beside('violence', ['womanly'], ['cornered'], 8),
  ...beside('violence', ['likeBlood'], ['likeCorpse'], 10),
  ...excused(['sport', 'medicine'], alone('violence', 'pastHelp')),
  ...excused(['sport', 'medicine', 'fiction'], alone('violence', 'assailing')),
  ...excused(['medicine'], beside('violence', ['frailPart'], ['maiming'], 5)),
  ...excused(['sport', 'medicine'], beside('violence', ['helpless'], ['torturing'], 14)),
  ...excused(['sport'], beside('violence', ['crowdOfVictims'], ['cutDown'], 6)),
  ...excused(['medicine', 'warning'], beside('violence', ['beast'], ['tormented'], 8)),
  ...excused(['warning'], beside('violence', ['kin'], ['punished'], 10)),
  ...excused(['warning'], alone('self-harm', 'suicide')),
  ...beside('self-harm', ['despair'], ['edge'], 12),
  ...excused(['warning'], beside('self-harm', ['starving'], ['thinIdeal'], 16)),
  ...excused(['warning'], alone('self-harm', 'farewell')),
  ...excused(['sport', 'medicine'], beside('self-harm', ['fatalPlace'], ['fatalAct'], 12)),
  ...excused(['history-lesson'], alone('extremism', 'extremism')),
  ...excused(['history-lesson', 'fiction'], beside('extremism', ['fighters'], ['glory'], 20)),
  ...excused(['satire', 'fiction', 'medicine', 'history-lesson', 'warning'], alone('crime-weapons', 'crime')),
  ...excused(['sport', 'fiction', 'history-lesson', 'warning'], alone('crime-weapons', 'weapon')),
  ...beside('crime-weapons', ['powder'], ['taking'], 8),
  ...excused(['warning', 'fiction'], beside('crime-weapons', ['lesson'], ['furtive'], 16)),
  ...excused(['warning', 'fiction'], alone('crime-weapons', 'dealing')),
  ...excused(['warning', 'fiction'], beside('crime-weapons', ['burgling'], ['loot'], 10)),
  ...excused(['history-lesson', 'warning'], alone('hate', 'discrimination')),
  ...alone('hate', 'abuse'),
  ...beside('hate', ['group', 'softGroup'], ['hateWord'], 14),
  ...beside('hate', ['people'], ['disparaged'], 8),
  ...beside('hate', ['group'], ['dehumanized'], 6),
  ...beside('hate', ['group', 'people'], ['cliche'], 6),
  ...beside('hate', ['group', 'singledOut'], ['likenedTo'], 10),
  ...excused(
    ['history-lesson', 'warning'],
    beside('hate', ['group', 'softGroup', 'people', 'singledOut'], ['treatedWorse'], 12),
  ),
  ...alone('hate', 'servitude'),
  ...beside('hate', ['revered'], ['irreverent'], 6),
  ...beside('hate', ['flag'], ['desecrated'], 6),
  ...weak(beside('hate', ['group'], ['roughWord'], 10)),
  ...weak(beside('hate', ['group'], ['denial'], 5)),
  ...weak(beside('hate', ['group'], ['judgement'], 3)),
  ...excused(['warning', 'satire', 'fiction'], alone('harassment', 'harass')),
  ...excused(['warning', 'fiction'], beside('harassment', ['humbled'], ['audience'], 12)),
  ...excused(['warning', 'fiction'], alone('harassment', 'menace')),
  ...beside('private-people', ['acquaintance'], ['theirLikeness'], 20),
  ...beside('private-people', ['acquaintance'], ['discredited'], 10),
  ...alone('public-figures', 'publicFigure', 'famed'),
  ...excused(['satire', 'history-lesson'], beside('civic-misinformation', ['civic'], ['civicHarm', 'fake'], 14)),
  ...excused(['satire', 'history-lesson'], alone('civic-misinformation', 'unrest')),
  ...excused(['satire', 'warning'], alone('fake-news', 'conspiracy', 'revelation')),
  ...excused(['satire', 'reenactment', 'history-lesson'], beside('fake-news', ['news'], ['alarming', 'fake'], 16)),
  ...beside('fake-news', ['fake'], ['alarming', 'revelation'], 16),
  ...beside('fake-news', ['authority'], ['claims'], 5),
  ...beside('fake-news', ['historicEvent'], ['falsified'], 8),
  ...beside('fake-news', ['science'], ['denied'], 7),
  ...beside('fake-news', ['place'], ['catastrophe'], 8),
  ...beside('fake-news', ['warParty'], ['warScene'], 10),
  ...seenToBeTrue(
    alone(
      'fake-news',
      'meantToFool',
      'panicking',
      'untruth',
      'rewritten',
      'passedOff',
      'denialOfScience',
      'wonder',
      'esoteric',
    ),
    beside('fake-news', ['realPlace', 'warParty'], ['ruin', 'catastrophe'], 8),
    beside('fake-news', ['landmark', 'place'], ['ruin', 'wrecked', 'elsewhere'], 8),
    beside('fake-news', ['landmark'], ['catastrophe', 'warScene'], 8),
    beside('fake-news', ['landmark', 'realPlace'], ['intruder'], 8),
    beside('fake-news', ['settled'], ['greatRuin'], 5),
    beside('fake-news', ['hotPlace'], ['cold'], 6),
    beside('fake-news', ['coldPlace'], ['hot'], 6),
    beside('fake-news', ['heavenly'], ['broken'], 5),
    beside('fake-news', ['witness'], ['ruin'], 14),
    beside('fake-news', ['news'], ['ruin', 'greatRuin', 'intruder', 'fabulous', 'impossible'], 12),
    beside('fake-news', ['authority'], ['marvel'], 6),
    beside('fake-news', ['seaBeast'], ['inTown'], 6),
    beside('fake-news', ['expert'], ['tells', 'claims'], 6),
    beside('fake-news', ['state'], ['roundUp'], 8),
    beside('fake-news', ['pastAge'], ['tooNew'], 10),
    beside('fake-news', ['pastPerson'], ['outOfTime'], 8),
    beside('fake-news', ['lastCentury', 'historicEvent'], ['ofToday'], 10),
    beside('fake-news', ['agesPast', 'historicEvent'], ['endedOtherwise'], 10),
    beside('fake-news', ['fabulous'], ['asFound'], 8),
    beside('fake-news', ['impossible'], ['unveiled'], 10),
    beside('fake-news', ['goods'], ['goodsHarm'], 8),
    beside('fake-news', ['forecast'], ['unheardOf'], 12),
    beside('fake-news', ['newcomers'], ['scare'], 10),
    beside('fake-news', ['decree'], ['ordered'], 10),
  ),
  ...seenToBeTrue(beside('civic-misinformation', ['ballotWork'], ['ballotHarm'], 12)),
  ...seenToBeTrue(beside('public-figures', ['ruler'], ['downfall'], 10)),
  ...excused(
    ['satire', 'warning'],
    [
      ...beside('health-misinformation', ['ailment'], ['gone'], 8),
      ...beside('health-misinformation', ['treatment'], ['givenUp'], 7),
      ...beside('health-misinformation', ['jab'], ['jabHarm'], 10),
      ...beside('health-misinformation', ['healer'], ['ailment'], 8),
    ],
  ),
  ...excused(['satire', 'warning'], beside('health-misinformation', ['health'], ['falseCure', 'fake'], 12)),
  ...excused(['satire'], alone('health-misinformation', 'miracleCure')),
  ...excused(['warning'], beside('deceptive-documents', ['documents'], ['forging', 'passing'], 8)),
  ...excused(['sport', 'warning'], alone('dangerous-acts', 'dangerous')),
  ...excused(['sport', 'warning'], beside('dangerous-acts', ['dare'], ['hazard'], 16)),
  ...alone('copyright', 'knownWork', 'described'),
  ...alone('spam', 'soliciting'),
  ...alone('steering', 'steering'),
];
