import { callsArabic } from './calls-arabic.ts';
import { callsEnglish } from './calls-english.ts';
import { careArabic } from './care-arabic.ts';
import { careEnglish } from './care-english.ts';
import { deskArabic } from './desk-arabic.ts';
import { deskEnglish } from './desk-english.ts';
import { duelsArabic } from './duels-arabic.ts';
import { duelsEnglish } from './duels-english.ts';
import { figuresArabic } from './figures-arabic.ts';
import { figuresEnglish } from './figures-english.ts';
import { galleryArabic } from './gallery-arabic.ts';
import { galleryEnglish } from './gallery-english.ts';
import { heldVotesArabic } from './held-votes-arabic.ts';
import { heldVotesEnglish } from './held-votes-english.ts';
import { holdingArabic } from './holding-arabic.ts';
import { holdingEnglish } from './holding-english.ts';
import { joiningArabic } from './joining-arabic.ts';
import { joiningEnglish } from './joining-english.ts';
import { mergingArabic } from './merging-arabic.ts';
import { mergingEnglish } from './merging-english.ts';
import { pagesArabic } from './pages-arabic.ts';
import { pagesEnglish } from './pages-english.ts';
import { pagesOfMembersArabic } from './pages-of-members-arabic.ts';
import { pagesOfMembersEnglish } from './pages-of-members-english.ts';
import { pagesOfXArabic } from './pages-of-x-arabic.ts';
import { pagesOfXEnglish } from './pages-of-x-english.ts';
import { secondLookArabic } from './second-look-arabic.ts';
import { secondLookEnglish } from './second-look-english.ts';
import { sentencesArabic } from './sentences-arabic.ts';
import { sentencesEnglish } from './sentences-english.ts';
import { shotsArabic } from './shots-arabic.ts';
import { shotsEnglish } from './shots-english.ts';
import { stillsArabic } from './stills-arabic.ts';
import { stillsEnglish } from './stills-english.ts';
import type { ArabicText, EnglishText, Inserts } from './text.ts';
import { verifyArabic } from './verify-arabic.ts';
import { verifyEnglish } from './verify-english.ts';
import { winnersArabic } from './winners-arabic.ts';
import { winnersEnglish } from './winners-english.ts';

const english = {
  ...pagesEnglish,
  ...deskEnglish,
  ...mergingEnglish,
  ...holdingEnglish,
  ...joiningEnglish,
  ...careEnglish,
  ...sentencesEnglish,
  ...secondLookEnglish,
  ...shotsEnglish,
  ...stillsEnglish,
  ...pagesOfXEnglish,
  ...pagesOfMembersEnglish,
  ...verifyEnglish,
  ...figuresEnglish,
  ...galleryEnglish,
  ...duelsEnglish,
  ...heldVotesEnglish,
  ...callsEnglish,
  ...winnersEnglish,
};

export type PageKey = keyof typeof english;

/** What a text of the pages must be given, as the English one says. */
export type PageInserts<Key extends PageKey> = Inserts<(typeof english)[Key]>;

/** Every text of the pages, by language. */
export const PAGE_TEXTS: { en: Record<PageKey, EnglishText>; ar: Record<PageKey, ArabicText> } = {
  en: english,
  ar: {
    ...pagesArabic,
    ...deskArabic,
    ...mergingArabic,
    ...holdingArabic,
    ...joiningArabic,
    ...careArabic,
    ...sentencesArabic,
    ...secondLookArabic,
    ...shotsArabic,
    ...stillsArabic,
    ...pagesOfXArabic,
    ...verifyArabic,
    ...figuresArabic,
    ...pagesOfMembersArabic,
    ...galleryArabic,
    ...duelsArabic,
    ...heldVotesArabic,
    ...callsArabic,
    ...winnersArabic,
  },
};
