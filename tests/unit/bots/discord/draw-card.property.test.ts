import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCard } from '../../../../src/bots/discord/review/draw-card.ts';
import { needsOf } from '../../../../src/moderation/curation/needs-of.ts';
import type { CardDetails, ReviewCard } from '../../../../src/moderation/curation/review-card.ts';
import {
  decide,
  type HistoryEntry,
  type Locale,
  type PromptRequest,
  type RequestEvent,
  receive,
} from '../../../../src/requests/index.ts';
import { aFile, anAsked, aVerdict, EVENTS, NOW } from '../../../samples/requests.ts';
import { checkBody } from '../../../simulators/discord/messages/check-body.ts';
import { isComponentsV2, walkComponents } from '../../../simulators/discord/messages/component-kinds.ts';
import { checkSent } from '../../../simulators/discord/spec/schemas.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 600 }),
  fc.string({
    unit: fc.constantFrom('*', '_', '~', '`', '|', '[', ']', '(', ')', '<', '>', '\\', '\n', '@', '#', '-', 'ق', ' '),
    maxLength: 2000,
  }),
  fc.constantFrom(
    '@everyone',
    '<@&1>',
    '<@1>',
    '<#1>',
    '</a:1>',
    'https://example.com',
    '[a](https://example.com)',
    '\n# a',
    '',
  ),
);
const locales = fc.constantFrom<Locale>('en', 'ar');

const details = fc.record({
  flags: fc.array(
    fc.record(
      {
        policy: fc.constantFrom('violence', 'unknown-policy'),
        outcome: fc.constantFrom('review' as const, 'refuse' as const),
        evidence: hostile,
        source: fc.constant('rules@1'),
        readAs: fc.oneof(fc.constant('sport'), hostile),
      },
      { requiredKeys: ['policy', 'outcome', 'evidence', 'source'] },
    ),
    { maxLength: 9 },
  ),
  plan: fc.option(
    fc.record({
      engine: hostile.map((text) => text.slice(0, 40)),
      width: fc.constant(720),
      height: fc.constant(1280),
      seconds: fc.constant(6),
      costUsd: fc.double({ min: 0, max: 100, noNaN: true }),
      changes: fc.array(hostile, { maxLength: 4 }),
      waits: fc.option(hostile),
    }),
  ),
  cannotMake: fc.array(hostile, { maxLength: 3 }),
  stillUsd: fc.option(fc.constant(0.04)),
  translation: fc.oneof(
    fc.constantFrom({ standing: 'none' as const }, { standing: 'offered' as const }),
    fc.record({ standing: fc.constant('translated' as const), text: hostile }),
  ),
  canAsk: fc.boolean(),
  record: fc.constant({ asked: 3, delivered: 2, declined: 1, refused: 1 }),
  strikes: fc.constantFrom({ weight: 0, blockedUntil: null }, { weight: 14, blockedUntil: '2026-12-25T12:00:00.000Z' }),
  similar: fc.array(
    hostile.map((prompt): PromptRequest => ({ ...receive(anAsked({ prompt }), NOW).request })),
    { maxLength: 3 },
  ),
  votes: fc.nat(100),
  claim: fc.option(hostile.map((curator) => ({ requestId: 'r1', curator, until: NOW }))),
});

const makingStill = [EVENTS['prompt-screened'], EVENTS['still-asked'], EVENTS['still-intended']];
const lives: readonly (readonly RequestEvent[])[] = [
  [EVENTS['prompt-screened']],
  [{ kind: 'prompt-screened', verdict: aVerdict('review') }, EVENTS.escalated],
  [EVENTS['prompt-screened'], EVENTS.declined],
  [EVENTS['prompt-screened'], EVENTS.declined, EVENTS['appeal-upheld']],
  [EVENTS['prompt-screened'], EVENTS.approved],
  [EVENTS['prompt-screened'], EVENTS.approved, EVENTS['gave-up']],
  [EVENTS['prompt-screened'], EVENTS.withdrawn],
  [EVENTS['prompt-screened'], EVENTS['prompt-edited']],
  [EVENTS['prompt-screened'], EVENTS['still-asked']],
  [...makingStill, EVENTS['still-made']],
  [...makingStill, { kind: 'still-made', file: aFile('still', 'image/jpeg'), verdict: aVerdict('review') }],
  [...makingStill, EVENTS['still-failed']],
  [...makingStill, EVENTS['still-uncertain']],
];

function cardOf(events: readonly RequestEvent[], prompt: string, name: string, given: CardDetails): ReviewCard {
  // What begins with a picture has no still.
  const picture = events.includes(EVENTS['still-asked']) ? null : aFile('picture', 'image/png');
  const asked = anAsked({
    id: 'r23456789012345678901',
    prompt,
    picture,
    requester: { platform: 'discord', id: '5', name },
  });
  const first = receive(asked, NOW);
  let request: PromptRequest = first.request;
  const history: HistoryEntry[] = [first.entry];
  for (const event of events) {
    const decision = decide(request, event, NOW);
    if (!decision.applies) throw new Error(`${event.kind} does not apply`);
    request = decision.request;
    history.push(decision.entry);
  }
  const need = needsOf(history).at(-1);
  if (!need) throw new Error('nothing is needed');
  const { kind, ended } = need;
  return { key: `n02.${asked.id}`, request, kind, ended, details: ended ? null : given };
}

describe('a card, whatever stands on it', () => {
  const drawn = fc
    .record({ events: fc.constantFrom(...lives), prompt: hostile, name: hostile, given: details, locale: locales })
    .map(({ events, prompt, name, given, locale }) => {
      const card = cardOf(events, prompt, name, given);
      return { card, drawing: drawCard(card, { locale, guildOf: () => '9', optionsOf: () => '--ar 9:16' }) };
    });

  it('keeps to what Discord takes', () => {
    fc.assert(
      fc.property(drawn, ({ drawing }) => {
        const names = [
          ...drawing.files.map(({ name }) => name),
          ...(drawing.wholePrompt === null ? [] : ['prompt.txt']),
        ];
        const body = { flags: isComponentsV2, components: drawing.components };
        expect(checkBody(body as never, true, names)).toEqual([]);
        expect(checkSent('MessageCreateRequest', JSON.parse(JSON.stringify(body)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('has no more of people’s words in it than words', () => {
    fc.assert(
      fc.property(drawn, ({ drawing }) => {
        for (const { component } of walkComponents(drawing.components)) {
          if (component.type !== ComponentType.TextDisplay) continue;
          const text = String(component.content)
            // What we write ourselves: the requester, the channel, moments and ways to messages.
            .replaceAll('<@5>', '')
            .replaceAll('<#room>', '')
            .replace(/<t:\d+:R>/g, '')
            .replace(/\[[^[\]]+\]\(https:\/\/discord\.com\/channels\/9\/\w+\/\w+\)/g, '');
          expect(text).not.toMatch(/(?<!\\)(?:\\\\)*<[@#/t:a]/);
          expect(text).not.toMatch(/(?<!\\)(?:\\\\)*\]\(/);
          expect(text).not.toMatch(/https?:\/\//);
          expect(text).not.toMatch(/@(everyone|here)/);
          expect(text).not.toMatch(/^#{1,3} /m);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('shows all of a prompt that waits, on it or in a file', () => {
    fc.assert(
      fc.property(drawn, ({ card, drawing }) => {
        if (card.ended) return;
        if (drawing.wholePrompt !== null) return expect(drawing.wholePrompt).toBe(card.request.prompt);
        const words = card.request.prompt.match(/[ق\w]+/g) ?? [];
        const shown = JSON.stringify(drawing.components);
        for (const word of words) expect(shown).toContain(word.replaceAll('_', '\\\\_'));
      }),
      { numRuns: 300 },
    );
  });
});
