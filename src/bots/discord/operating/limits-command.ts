import type { APIApplicationCommandInteraction } from 'discord.js';
import { type MemberLimits, STANDING_CALL_ID } from '../../../calls/call.ts';
import { limitsIn } from '../../../calls/limits-in.ts';
import type { Locale } from '../../../requests/index.ts';
import { sayToOperators } from '../../../wording/index.ts';
import { escapeText } from '../escape-text.ts';
import { givenOptions, type OptionValue } from '../interactions/given-options.ts';
import type { InteractionHandler } from '../interactions/interaction.ts';
import { forOperator } from './for-operator.ts';
import type { Operating } from './operating.ts';

/** The options of `/opencall limits`, with what is least in each; Discord holds people to it. */
export const LIMIT_OPTIONS = [
  { option: 'open', limit: 'openPerMember', least: 1, most: 1000 },
  { option: 'per-day', limit: 'perMemberPerDay', least: 1, most: 10_000 },
  { option: 'per-call', limit: 'perMemberPerCall', least: 0, most: 100_000 },
  { option: 'cooldown', limit: 'cooldownSeconds', least: 0, most: 604_800 },
  { option: 'account-days', limit: 'accountDays', least: 0, most: 3650 },
  { option: 'membership-days', limit: 'membershipDays', least: 0, most: 3650 },
] as const satisfies readonly { option: string; limit: keyof MemberLimits; least: number; most: number }[];

/** `/opencall limits`: sets what is given, and shows what holds then. */
export function limitsCommand(operating: Operating): InteractionHandler<APIApplicationCommandInteraction> {
  const { calls, house } = operating;
  return forOperator(operating, 'house', {
    acknowledge: 'private',
    async run(interaction) {
      const { payload, locale, respond } = interaction;
      const given = givenOptions(payload);
      const changes = changedLimits(given);
      const isChange = given.get('reset') === true || Object.keys(changes).length > 0;
      const before = await house.load();
      const kept = given.get('reset') === true ? {} : before.limits;
      const rules = isChange ? await house.change({ limits: { ...kept, ...changes } }) : before;
      const standing = await calls.find(STANDING_CALL_ID);
      if (!standing) throw new Error('The standing call is missing');
      const head = sayToOperators(locale, isChange ? 'limits-saved' : 'limits-head');
      const lines = limitLines(locale, limitsIn(standing, standing, rules));
      const content = [head, ...lines, sayToOperators(locale, 'limits-trusted')].map(escapeText).join('\n');
      await respond.answer({ content });
    },
  });
}

/** A cap of 0 in a call would let nobody ask: it stands for no cap. */
function changedLimits(given: ReadonlyMap<string, OptionValue>): Partial<MemberLimits> {
  const changed = LIMIT_OPTIONS.flatMap(({ option, limit, least, most }) => {
    const value = given.get(option);
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) return [];
    return [[limit, limit === 'perMemberPerCall' && value === 0 ? null : value] as const];
  });
  return Object.fromEntries(changed);
}

function limitLines(locale: Locale, limits: MemberLimits): string[] {
  return LIMIT_OPTIONS.map(({ limit }) => {
    const value = limits[limit];
    const said = value === null || !Number.isFinite(value) ? sayToOperators(locale, 'limit-none') : value;
    return sayToOperators(locale, `limit-${limit}`, { limit: typeof said === 'string' ? { said } : said });
  });
}
