import { USUAL_CHOOSING_HOURS } from '../../../calls/call.ts';
import { USUAL_WINNERS } from '../../../calls/winners-rule.ts';
import type { CallTerms, DeskCall, OpeningCall } from '../../api/contract-of-calls.ts';

const CAPS = ['perMemberPerCall', 'perMemberPerDay', 'openPerMember'] as const;
export type Cap = (typeof CAPS)[number];

/** What is written in the form, as it is written. */
export interface CallDraft {
  /** Of the call as it was when the form was opened. */
  version: number;
  theme: string;
  arabicTheme: string;
  text: string;
  arabicText: string;
  /** As the field for moments has it, in the time of who writes it; empty: at once. */
  opening: string;
  /** The same. */
  end: string;
  /** The opening and the end as they stand, to the millisecond, which the fields do not show. */
  opensAt: string | null;
  closesAt: string | null;
  budget: string;
  choosingHours: string;
  caps: Record<Cap, string>;
  /** Those that the form does not show stay as they are. */
  otherCaps: CallTerms['caps'];
  engine: string;
  style: string;
  voters: CallTerms['voters']['who'];
  voterPlatforms: string[];
  winnersBy: CallTerms['winners']['by'];
  winnerPlaces: string;
  placePlatforms: string[];
  channels: string;
}

export function draftOf(call: DeskCall | null): CallDraft {
  const terms = call?.terms;
  const { perMemberPerCall, perMemberPerDay, openPerMember, ...otherCaps } = terms?.caps ?? {};
  const written = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  return {
    version: call?.version ?? 0,
    theme: '',
    arabicTheme: '',
    text: terms?.text?.en ?? '',
    arabicText: terms?.text?.ar ?? '',
    opening: terms?.opensAt ? localMoment(terms.opensAt) : '',
    opensAt: terms?.opensAt ?? null,
    end: terms?.closesAt ? localMoment(terms.closesAt) : '',
    closesAt: terms?.closesAt ?? null,
    budget: written(terms?.budgetUsd),
    choosingHours: written(terms?.choosingHours ?? USUAL_CHOOSING_HOURS),
    caps: {
      perMemberPerCall: written(perMemberPerCall),
      perMemberPerDay: written(perMemberPerDay),
      openPerMember: written(openPerMember),
    },
    otherCaps,
    engine: terms?.engine ?? '',
    style: terms?.style ?? '',
    voters: terms?.voters.who ?? 'everybody',
    voterPlatforms: terms?.voters.who === 'platforms' ? terms.voters.platforms : [],
    winnersBy: terms?.winners.by ?? USUAL_WINNERS.by,
    winnerPlaces: String(terms?.winners.places ?? USUAL_WINNERS.places),
    placePlatforms: [],
    channels: '',
  };
}

export function termsOf(draft: CallDraft): CallTerms {
  const { text, arabicText, budget, choosingHours, caps, otherCaps } = draft;
  const { engine, style, voters, voterPlatforms } = draft;
  const { winnersBy, winnerPlaces } = draft;
  return {
    opensAt: momentOf(draft.opening, draft.opensAt),
    closesAt: momentOf(draft.end, draft.closesAt),
    budgetUsd: budget.trim() === '' ? null : Number(budget),
    choosingHours: choosingHours.trim() === '' ? USUAL_CHOOSING_HOURS : Number(choosingHours),
    caps: {
      ...otherCaps,
      ...Object.fromEntries(CAPS.flatMap((cap) => (caps[cap].trim() === '' ? [] : [[cap, Number(caps[cap])]]))),
    },
    text: text.trim() === '' && arabicText.trim() === '' ? null : { en: text, ar: arabicText },
    engine: engine === '' ? null : engine,
    style: style.trim() === '' ? null : style,
    // Nobody at all could vote otherwise.
    voters:
      voters === 'platforms'
        ? voterPlatforms.length > 0
          ? { who: 'platforms', platforms: voterPlatforms }
          : { who: 'everybody' }
        : { who: voters },
    winners: {
      by: winnersBy,
      places: winnerPlaces.trim() === '' ? USUAL_WINNERS.places : Number(winnerPlaces),
    },
  };
}

export function planOf(draft: CallDraft): OpeningCall {
  const { theme, arabicTheme, placePlatforms, channels } = draft;
  const numbers = channels.split(/[\s,،]+/u).filter(Boolean);
  const places = [
    ...placePlatforms.map((platform) => `${platform}:*`),
    ...numbers.map((channel) => `discord:${channel}`),
  ];
  return { ...termsOf(draft), theme: { en: theme, ar: arabicTheme }, places: places.length > 0 ? places : null };
}

/** Who does not touch a field leaves the moment as it is. */
function momentOf(written: string, before: string | null): string | null {
  if (before !== null && written === localMoment(before)) return before;
  return written === '' ? null : new Date(written).toISOString();
}

/** `2026-11-26T05:00`, in the time of who reads it. */
function localMoment(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
