import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ChannelType,
  ComponentType,
} from 'discord.js';
import { type Call, placeOf } from '../../../calls/call.ts';
import { type CallPlan, LONGEST_THEME, type PlanProblem } from '../../../calls/call-plan.ts';
import {
  readBudget,
  readCaps,
  readEnd,
  readWinners,
  type Window,
  writeBudget,
  writeCaps,
  writeEnd,
  writeWinners,
} from '../../../calls/read-call-plan.ts';
import { USUAL_WINNERS, type WinnersRule } from '../../../calls/winners-rule.ts';
import type { Locale } from '../../../requests/index.ts';
import { sayToOperators } from '../../../wording/index.ts';
import { customId } from '../answering/custom-id.ts';
import { DISCORD } from '../discord-limits.ts';
import { field, filledIn, form, lineOfText } from './form.ts';

const LONGEST_LINE = 40;
const AT_ONCE = 'new';
/** Discord's most for a list of channels. */
const MOST_CHANNELS = 25;

/** What is asked of who opens a call, or plans one; `opensAt` is carried by the form, which has no field left for it. */
export function openForm(locale: Locale, opensAt: string | null): APIModalInteractionResponseCallbackData {
  const theme = lineOfText('theme', { value: '', required: true, most: LONGEST_THEME });
  const title = sayToOperators(locale, opensAt === null ? 'form-open' : 'form-plan');
  return form(customId('call-open', opensAt ?? AT_ONCE), title, [
    field(sayToOperators(locale, 'label-theme'), sayToOperators(locale, 'hint-theme'), theme),
    ...termsFields(locale, { closesAt: null, budgetUsd: null, caps: {} }, 'end'),
    field(sayToOperators(locale, 'label-places'), sayToOperators(locale, 'hint-places'), {
      type: ComponentType.ChannelSelect,
      custom_id: 'places',
      required: false,
      min_values: 0,
      max_values: MOST_CHANNELS,
      channel_types: [
        ChannelType.GuildText,
        ChannelType.GuildAnnouncement,
        ChannelType.GuildForum,
        ChannelType.PublicThread,
      ],
    }),
  ]);
}

/** Carries which version of the call its fields show. */
export function extendForm(locale: Locale, call: Call): APIModalInteractionResponseCallbackData {
  const winners = lineOfText('winners', {
    value: writeWinners(call.winners ?? USUAL_WINNERS),
    required: false,
    most: LONGEST_LINE,
  });
  return form(customId('call-extend', `${call.version ?? 0}.${call.id}`), sayToOperators(locale, 'form-extend'), [
    ...termsFields(locale, call, call.closesAt === null ? 'end' : 'later-end'),
    field(sayToOperators(locale, 'label-winners'), sayToOperators(locale, 'hint-winners'), winners),
  ]);
}

function termsFields(
  locale: Locale,
  { closesAt, budgetUsd, caps }: Pick<Call, 'closesAt' | 'budgetUsd' | 'caps'>,
  hintOfEnd: 'end' | 'later-end',
) {
  const terms = [
    ['end', hintOfEnd, writeEnd(closesAt)],
    ['budget', 'budget', writeBudget(budgetUsd)],
    ['caps', 'caps', writeCaps(caps)],
  ] as const;
  return terms.map(([name, hint, value]) =>
    field(
      sayToOperators(locale, `label-${name}`),
      sayToOperators(locale, `hint-${hint}`),
      lineOfText(name, { value, required: false, most: LONGEST_LINE }),
    ),
  );
}

/** Which call a form changes, and the version that it showed. */
export function extendedOfForm(subject: string): { id: string; version: number } {
  const at = subject.indexOf('.');
  return { id: subject.slice(at + 1), version: Number(subject.slice(0, at)) };
}

/** When the call is to open whose form was filled in; undefined: at once. */
export function openingOfForm(subject: string): string | undefined {
  return subject === AT_ONCE ? undefined : subject;
}

export type FormProblem =
  | PlanProblem
  | ('opening-unreadable' | 'end-unreadable' | 'budget-unreadable' | 'caps-unreadable' | 'winners-unreadable');

/** What was filled in, or all of it that cannot be read. */
export function readCallForm(
  payload: APIModalSubmitInteraction,
  window: Window,
  now: Date,
): { plan: CallPlan; winners: WinnersRule } | { problems: FormProblem[] } {
  const filled = filledIn(payload);
  const text = (name: string) => filled.get(name)?.[0] ?? '';
  const [end, budget, caps] = [readEnd(text('end'), window, now), readBudget(text('budget')), readCaps(text('caps'))];
  const winners = readWinners(text('winners'));
  if (end.read && budget.read && caps.read && winners.read) {
    const places = (filled.get('places') ?? []).map((channel) => placeOf({ platform: DISCORD, channel }));
    return {
      winners: winners.value,
      plan: {
        theme: text('theme'),
        closesAt: end.value,
        budgetUsd: budget.value,
        caps: caps.value,
        places: places.length > 0 ? places : null,
      },
    };
  }
  return {
    problems: [
      ...(end.read ? [] : ['end-unreadable' as const]),
      ...(budget.read ? [] : ['budget-unreadable' as const]),
      ...(caps.read ? [] : ['caps-unreadable' as const]),
      ...(winners.read ? [] : ['winners-unreadable' as const]),
    ],
  };
}
