import { describe, expect, it } from 'vitest';
import {
  decide,
  type EventKind,
  fateOf,
  OPEN_STATES,
  REQUEST_STATES,
  type RequestEvent,
} from '../../../src/requests/index.ts';
import { aClip, aFile, anOrder, EVENTS, after as having, NOW, SITUATIONS } from '../../samples/requests.ts';
import { type Ends, type Situation, TABLE } from './decide-table.ts';

describe('the table of states and events', () => {
  it('knows a request in every state', () => {
    const states = new Set(Object.values(SITUATIONS).map((make) => make().state));
    expect([...states].sort()).toEqual([...REQUEST_STATES].sort());
  });

  for (const [situation, expected] of Object.entries(TABLE) as [Situation, Partial<Record<EventKind, Ends>>][]) {
    it.each(Object.keys(EVENTS) as EventKind[])(`${situation} × %s`, (kind) => {
      const request = SITUATIONS[situation]();
      const decision = decide(request, EVENTS[kind], NOW);
      const end = decision.applies ? decision.request.state : decision.why;
      expect(end).toBe(expected[kind] ?? 'not-now');
      if (!decision.applies) return;
      expect(decision.request.version).toBe(request.version + 1);
      expect(decision.entry).toMatchObject({
        requestId: request.id,
        version: decision.request.version,
        from: request.state,
        to: decision.request.state,
        event: EVENTS[kind],
      });
    });
  }
});

it('is open as long as it can be taken back', () => {
  for (const make of Object.values(SITUATIONS)) {
    const request = make();
    expect(decide(request, EVENTS.withdrawn, NOW).applies, request.state).toBe(OPEN_STATES.includes(request.state));
  }
});

describe('the work that follows', () => {
  const workAfter = (situation: Situation, kind: EventKind) => {
    const decision = decide(SITUATIONS[situation](), EVENTS[kind], NOW);
    if (!decision.applies) throw new Error(decision.why);
    return decision.work.map(({ step }) => step);
  };

  it.each<[Situation, EventKind, string[]]>([
    ['in-review', 'approved', ['start-clip']],
    ['in-review, clip made', 'approved', ['deliver']],
    ['in-review, for two', 'approved', []],
    ['merged', 'fate-shared', ['deliver']],
    ['in-review, approved once', 'approved', ['start-clip']],
    ['finishing, on hold for two', 'clip-released', []],
    ['finishing, released once', 'clip-released', ['deliver']],
    ['approved', 'generation-started', ['start-shot']],
    ['generating, planned', 'shot-intended', []],
    ['generating, starting', 'engine-replaced', ['start-shot']],
    ['generating, starting', 'shot-started', ['check-shot']],
    ['generating, uncertain', 'shot-restarted', ['start-shot']],
    ['generating, running', 'shot-rendered', ['download-shot']],
    ['generating, rendered', 'shot-downloaded', ['finish-clip']],
    ['finishing, encoding', 'clip-finished', ['screen-clip']],
    ['finishing, screening', 'clip-screened', ['deliver']],
    ['finishing, on hold', 'clip-released', ['deliver']],
    ['ready', 'reply-posted', ['make-versions']],
    ['delivered', 'clip-versions-made', []],
    ['delivered', 'taken-down', ['remove-reply']],
    ['generating, running', 'withdrawn', ['cancel-shot']],
    ['generating, planned', 'withdrawn', []],
    ['failed, still running', 'retried', ['check-shot']],
    ['failed, a shot', 'retried', ['start-shot']],
    ['failed, finishing', 'retried', ['finish-clip']],
    ['failed, clip unscreened', 'retried', ['screen-clip']],
    ['failed, delivering', 'retried', ['deliver']],
  ])('%s, then %s: %j', (situation, kind, steps) => {
    expect(workAfter(situation, kind)).toEqual(steps);
  });

  it('never starts an uncertain shot again by itself', () => {
    const uncertain = SITUATIONS['generating, uncertain']();
    const failed = decide(uncertain, EVENTS['gave-up'], NOW);
    if (!failed.applies) throw new Error(failed.why);
    const again = decide(failed.request, EVENTS.retried, NOW);
    expect(again).toMatchObject({ applies: true, work: [] });
  });
});

describe('a preview', () => {
  it('is drawn once for all curators, and goes with their decision', () => {
    const asked = decide(SITUATIONS['in-review'](), EVENTS['preview-asked'], NOW);
    expect(asked.applies && asked.work).toEqual([{ step: 'draw-preview' }]);
    const drawn = having('prompt-screened', 'preview-asked', 'preview-drawn', 'escalated');
    expect(drawn).toMatchObject({ state: 'in-review', escalated: true, preview: { file: aFile('preview') } });
    expect(having('prompt-screened', 'preview-asked', 'preview-drawn', 'approved')).not.toHaveProperty('preview');
    expect(having('prompt-screened', 'preview-asked', 'prompt-edited', 'prompt-screened')).not.toHaveProperty(
      'preview',
    );
  });
});

describe('a merged request', () => {
  it('comes back as it was looked at, and is merged no more', () => {
    const back = having('prompt-screened', 'escalated', 'preview-asked', 'merged', 'unmerged');
    expect(back).toMatchObject({ state: 'in-review', escalated: true, preview: { file: null } });
    expect(back).not.toHaveProperty('merged');
    expect(having('prompt-screened', 'merged', 'prompt-edited')).not.toHaveProperty('merged');
  });

  it('has the other one’s clip, not what a curator noted for the other one, and its versions are made once', () => {
    const ready = having('prompt-screened', 'merged', 'fate-shared');
    expect(ready).toMatchObject({ state: 'ready', clip: aClip(), approval: { note: null }, merged: { into: 'r0' } });
    const delivered = decide(ready, EVENTS['reply-posted'], NOW);
    expect(delivered).toMatchObject({
      applies: true,
      work: [],
      request: { state: 'delivered', merged: { into: 'r0' } },
    });
  });

  it('can be appealed where it came to nothing with the other, and is looked at by somebody else than decided that', () => {
    const declined = SITUATIONS['declined with another']();
    const appealed = decide(declined, EVENTS.appealed, NOW);
    expect(appealed).toMatchObject({ applies: true, request: { appeal: { of: 'declined', against: ['Sam'] } } });
  });

  it.each([
    ['delivered', 'ready'],
    ['declined', 'declined'],
    ['blocked', 'blocked'],
    ['received', 'alone'],
    ['refused', 'alone'],
    ['withdrawn', 'alone'],
    ['removed', 'alone'],
    ['in-review', 'wait'],
    ['merged', 'wait'],
    ['approved', 'wait'],
    ['failed, delivering', 'wait'],
  ] as const)('where the other is %s: %s', (situation, meant) => {
    const fate = fateOf(SITUATIONS[situation]());
    expect(typeof fate === 'string' ? fate : fate.state).toBe(meant);
  });
});

describe('a clip of several shots', () => {
  const order = (begins: 'continues' | 'cut') => anOrder({ begins });
  const shots = [anOrder(), order('continues'), order('cut')];
  const begun: RequestEvent[] = [
    EVENTS['prompt-screened'],
    EVENTS.approved,
    { ...EVENTS['generation-started'], shots },
  ];
  const made = (shot: number): RequestEvent[] => [
    { kind: 'shot-intended', shot, key: `k${shot}`, ...(shot === 1 ? { picture: aFile('last', 'image/png') } : {}) },
    { ...EVENTS['shot-started'], shot },
    { ...EVENTS['shot-rendered'], shot },
    { ...EVENTS['shot-downloaded'], shot },
  ];
  const workAfter = (events: RequestEvent[]) => {
    const decision = decide(having(...events.slice(0, -1)), events.at(-1) as RequestEvent, NOW);
    return decision.applies ? decision.work : decision.why;
  };

  it('is made one shot after another, each begun when the one before is here', () => {
    expect(workAfter(begun)).toEqual([{ step: 'start-shot', shot: 0 }]);
    expect(workAfter([...begun, ...made(0)])).toEqual([{ step: 'start-shot', shot: 1 }]);
    expect(workAfter([...begun, ...made(0), ...made(1)])).toEqual([{ step: 'start-shot', shot: 2 }]);
    expect(workAfter([...begun, ...made(0), ...made(1), ...made(2)])).toEqual([{ step: 'finish-clip' }]);
  });

  it('keeps the picture with which a shot begins in the commit that says it is to be paid for', () => {
    const request = having(...begun, ...made(0), ...made(1).slice(0, 1));
    const pictures = request.state === 'generating' ? request.shots.map((shot) => shot.order.picture) : [];
    expect(pictures).toEqual([null, aFile('last', 'image/png'), null]);
  });

  it.each([
    ['at the engine', made(1).slice(0, 2)],
    ['when the next was to begin with it', made(1)],
  ])('a shot that fails %s is made again alone', (_when, until) => {
    const failed: RequestEvent[] = [...begun, ...made(0), ...until, { ...EVENTS['shot-failed'], shot: 1 }];
    expect(having(...failed).state).toBe('failed');
    expect(workAfter([...failed, EVENTS.retried])).toEqual([{ step: 'start-shot', shot: 1 }]);
    const again = having(...failed, EVENTS.retried, ...made(1));
    expect(again.state === 'generating' && again.shots.map(({ state }) => state)).toEqual([
      'downloaded',
      'downloaded',
      'planned',
    ]);
  });
});
