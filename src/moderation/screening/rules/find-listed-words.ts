import arabic from 'naughty-words/ar.json' with { type: 'json' };
import german from 'naughty-words/de.json' with { type: 'json' };
import english from 'naughty-words/en.json' with { type: 'json' };
import spanish from 'naughty-words/es.json' with { type: 'json' };
import french from 'naughty-words/fr.json' with { type: 'json' };
import hindi from 'naughty-words/hi.json' with { type: 'json' };
import portuguese from 'naughty-words/pt.json' with { type: 'json' };
import chinese from 'naughty-words/zh.json' with { type: 'json' };
import type { Finding } from '../../../requests/index.ts';
import { asWritten } from './match-keys.ts';

/** Lists of Shutterstock's LDNOOBW, as the package `naughty-words` brings them (CC-BY-4.0). */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  hi: hindi,
  pt: portuguese,
  zh: chinese,
};
/** Written without spaces between words: there a term is looked for anywhere. */
const WITHOUT_SPACES = new Set(['zh']);
/** On the lists, but said innocently of things that clips show. */
const INNOCENT = new Set(
  'swastika,shota,ass,domination,hardcore,suck,sucks,sexy,swinger,tied up,topless,wet dream,yellow showers,cornhole,eunuch,grope,snowballing,spunk,violet wand,big black,black cock,pot,bastardo,bicho,caca,carajo,chocha,hoe,butt,kinky,cabron,paja,rosa,gras,fica,schlampe,anita,sack,bite,queue,con,cul,foder,grelo,pinto,porra,burro,cocks,tit,tits,rape,raping,rapist,twink,nude,nudity,sex,sexual,erotic,escort,lolita,juggs,jugs,strip club,penis,vagina,ethical slut,suicide girls,slut,whore,hooker,male squirting,doggie style,dick,lovemaking,make me come,playboy,shit,shitty,fuck,fucking,bitch,bitches,nipple,nipples'.split(
    ',',
  ),
);

interface WordList {
  language: string;
  pattern: RegExp;
}

const lists: readonly WordList[] = Object.entries(LISTED).map(([language, listed]) => {
  const terms = listed.map(asWritten).filter((term) => term.length > 1 && !INNOCENT.has(term));
  const words = terms.map((term) => term.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  const bounded = WITHOUT_SPACES.has(language) ? words : `(?<![a-z])(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;
  return { language, pattern: new RegExp(bounded, 'u') };
});

/** Explicit words of a list in one of its languages, on a text as `asWritten` gives it. English is looked for in every text. */
export function findListedWords(written: string, language: string): Pick<Finding, 'policy' | 'outcome' | 'evidence'>[] {
  return lists.flatMap((list) => {
    if (list.language !== 'en' && list.language !== language) return [];
    const [found] = list.pattern.exec(written) ?? [];
    return found ? [{ policy: 'sexual', outcome: 'review' as const, evidence: found }] : [];
  });
}
