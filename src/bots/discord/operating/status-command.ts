import type { APIApplicationCommandInteraction } from 'discord.js';
import { type Call, isOpen, STANDING_CALL_ID } from '../../../calls/call.ts';
import type { Locale, RequestState } from '../../../requests/index.ts';
import { dollars, moment, sayToOperators } from '../../../wording/index.ts';
import { asManyAsFit } from '../as-many-as-fit.ts';
import { DISCORD_LIMITS } from '../discord-limits.ts';
import { escapeText } from '../escape-text.ts';
import type { InteractionHandler } from '../interactions/interaction.ts';
import { themeOf } from './call-text.ts';
import { forOperator } from './for-operator.ts';
import type { Operating } from './operating.ts';

const COUNTED = [
  ['status-in-review', ['received', 'in-review']],
  ['status-held', ['held']],
  ['status-in-line', ['approved']],
  ['status-being-made', ['generating', 'finishing']],
  ['status-ready', ['ready']],
  ['status-delivered', ['delivered']],
  ['status-failed', ['failed']],
] as const satisfies readonly (readonly [string, readonly RequestState[]])[];

/** Calls that are told of besides the standing one, so that the answer keeps to a message. */
const MOST_CALLS = 8;

/** `/opencall status`: what waits and for how long, is put aside, runs or failed, what somebody must settle, and what was spent. */
export function statusCommand(operating: Operating): InteractionHandler<APIApplicationCommandInteraction> {
  return forOperator(operating, 'server', {
    acknowledge: 'private',
    async run(interaction) {
      const { locale, respond } = interaction;
      const parts = await Promise.all([
        pausedLine(locale, operating),
        countLines(locale, operating),
        moneyLines(locale, operating),
      ]);
      await respond.answer({ content: asManyAsFit(parts.flat().map(escapeText), DISCORD_LIMITS.textLength) });
    },
  });
}

async function pausedLine(locale: Locale, { house }: Operating): Promise<string> {
  const { paused } = await house.load();
  return paused
    ? sayToOperators(locale, 'paused-since', { date: moment(locale, paused.at), name: paused.by })
    : sayToOperators(locale, 'status-running');
}

async function countLines(locale: Locale, { requests }: Operating): Promise<string[]> {
  const [[oldest], attention, ...counts] = await Promise.all([
    requests.list({ states: ['in-review'], order: 'oldest', limit: 1 }),
    requests.count({ needsAttention: true }),
    ...COUNTED.map(([, states]) => requests.count({ states })),
  ]);
  const lines = COUNTED.map(([key], index) => sayToOperators(locale, key, { number: counts[index] ?? 0 }));
  const waiting = oldest ? [sayToOperators(locale, 'status-oldest', { date: moment(locale, oldest.askedAt) })] : [];
  return [
    ...lines.slice(0, 1),
    ...waiting,
    ...lines.slice(1),
    sayToOperators(locale, 'status-attention', { number: attention }),
  ];
}

async function moneyLines(locale: Locale, { calls, spentOn, clock }: Operating): Promise<string[]> {
  const now = clock();
  const all = await calls.list();
  const standing = all.filter(({ id }) => id === STANDING_CALL_ID);
  const others = all.filter((call) => call.id !== STANDING_CALL_ID && isOpen(call, now));
  const shown = [...standing, ...others.slice(-MOST_CALLS)];
  const spent = await spentOn(shown.map(({ id }) => id));
  return shown.map((call, index) => moneyLine(locale, call, spent[index] ?? 0));
}

function moneyLine(locale: Locale, call: Call, spentUsd: number): string {
  const said = { theme: themeOf(locale, call), spent: dollars(locale, spentUsd) };
  if (call.budgetUsd === null) return sayToOperators(locale, 'status-call', said);
  return sayToOperators(locale, 'status-call-budget', { ...said, budget: dollars(locale, call.budgetUsd) });
}
