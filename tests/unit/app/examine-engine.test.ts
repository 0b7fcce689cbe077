import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/app/config.ts';
import { examineEngine } from '../../../src/app/doctor/examine-engine.ts';
import { hideSecrets } from '../../../src/app/doctor/hide-secrets.ts';
import { warnOfEngine } from '../../../src/app/warn-of-engine.ts';
import { failing } from '../../../src/bots/finding.ts';
import { freePort } from '../../services.ts';
import { fakeFilms as films } from '../../simulators/engines/fake-films.ts';
import { startHostedSimulator } from '../../simulators/engines/hosted/hosted-simulator.ts';
import { startReplicateSimulator } from '../../simulators/engines/replicate/replicate-simulator.ts';
import { startRunwaySimulator } from '../../simulators/engines/runway/runway-simulator.ts';
import type { Vendor } from '../../simulators/engines/vendor.ts';
import { startVideosSimulator } from '../../simulators/engines/videos/videos-simulator.ts';

const KEY = 'key-canary-4711';

let simulator: { url: string; vendor: Vendor; close(): Promise<void> } | null = null;
afterEach(async () => {
  await simulator?.close();
  simulator = null;
});

function configOf(environment: Record<string, string>) {
  const result = readConfig({ environment, envFile: '' });
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return result.config;
}

it('no secret of the settings is repeated, whatever its name', () => {
  const environment = { STILL_KEY: 'canary-still', WRITER_KEY: 'canary-writer', X_BEARER_TOKEN: 'canary-x' };
  const says = `It answers: ${Object.values(environment).join(', ')}.`;
  expect(hideSecrets(configOf(environment), failing('stills', says, says))).toMatchObject({
    says: 'It answers: …, …, ….',
    advice: 'It answers: …, …, ….',
  });
});

const engines = [
  {
    engine: 'openai-videos',
    simulate: () => startVideosSimulator({ films, key: KEY, dialect: 'sglang' }),
    models: { has: 'Wan-AI/Wan2.2', hasNot: 'sora-2' },
    says: /takes the key and makes clips with Wan-AI/,
    offers: 'Wan-AI/Wan2.2',
  },
  {
    engine: 'runway',
    simulate: () => startRunwaySimulator({ films, key: KEY }),
    models: { has: 'gen4.5', hasNot: 'veo3.1' },
    says: /gen4\.5; 1234 credits are left, which are 12\.34 US dollars/,
    offers: 'gen4.5',
  },
  {
    engine: 'ai-sdk',
    simulate: () => startReplicateSimulator({ films, key: KEY }),
    models: { has: 'replicate:wan-video/wan-3', hasNot: 'replicate:wan-video/none' },
    says: /^ai-sdk \(replicate\) .* makes clips with wan-video\/wan-3\.$/,
    offers: 'ENGINE_MODEL',
  },
  {
    engine: 'ai-sdk',
    simulate: () => startHostedSimulator({ provider: 'fal', films, key: KEY }),
    models: { has: 'fal:alibaba/wan-3.0/text-to-video', hasNot: 'fal:alibaba/wan-9/text-to-video' },
    says: /^ai-sdk \(fal\) .* makes clips with alibaba\/wan-3\.0\/text-to-video\.$/,
    offers: 'ENGINE_MODEL',
  },
  {
    engine: 'ai-sdk',
    simulate: () => startHostedSimulator({ provider: 'google', films, key: KEY }),
    models: { has: 'google:veo-3.1-generate-preview', hasNot: 'google:veo-9' },
    says: /^ai-sdk \(google\) .* makes clips with veo-3\.1-generate-preview\.$/,
    offers: 'ENGINE_MODEL',
  },
];

it('says that no budget holds back what has no price, at the start too', async () => {
  simulator = await startReplicateSimulator({ films, key: KEY });
  const common = { ENGINE: 'ai-sdk', ENGINE_URL: simulator.url, ENGINE_KEY: KEY, ENGINE_MODEL: 'replicate:some/model' };
  const told: string[] = [];
  await warnOfEngine(configOf(common), (line) => told.push(line));
  expect(told.join()).toContain('Set ENGINE_PRICE_PER_SECOND');
  expect(await examineEngine(configOf({ ...common, ENGINE_PRICE_PER_SECOND: '0.1' }))).toMatchObject({ outcome: 'ok' });
});

it('tells of xAI that it takes the key, and that it says nothing of models', async () => {
  simulator = await startHostedSimulator({ provider: 'xai', films, key: KEY });
  const common = { ENGINE: 'ai-sdk', ENGINE_URL: simulator.url, ENGINE_MODEL: 'xai:grok-imagine-video-1.5' };
  const look = (key: string) => examineEngine(configOf({ ...common, ENGINE_KEY: key }));
  expect(await look(KEY)).toMatchObject({ outcome: 'ok', says: expect.stringContaining('nothing of models') });
  expect(await look('wrong')).toMatchObject({ outcome: 'failing', says: expect.stringContaining('refuses the key') });
});

describe.each(engines)('what is said of $engine', ({ engine, simulate, models, says, offers }) => {
  const look = async (changes: Record<string, string> = {}) => {
    simulator ??= await simulate();
    const ENGINE_URL = engine === 'ai-sdk' ? `${simulator.url}` : simulator.url;
    return configOf({ ENGINE: engine, ENGINE_URL, ENGINE_KEY: KEY, ENGINE_MODEL: models.has, ...changes });
  };

  it('is that it takes the key and has the model, which begins nothing there', async () => {
    expect(await examineEngine(await look())).toMatchObject({ outcome: 'ok', says: expect.stringMatching(says) });
    expect(simulator?.vendor.bill).toEqual([]);
  });

  it('is that it refuses the key', async () => {
    const finding = await examineEngine(await look({ ENGINE_KEY: 'wrong' }));
    expect(finding).toMatchObject({ outcome: 'failing', says: expect.stringContaining('refuses the key') });
    expect(finding.advice).toContain('ENGINE_KEY');
  });

  it('is that it has no such model, and which it has', async () => {
    const finding = await examineEngine(await look({ ENGINE_MODEL: models.hasNot }));
    expect(finding).toMatchObject({ outcome: 'failing', says: expect.stringContaining('has no model') });
    expect(finding.advice).toContain(offers);
  });

  it('is that it is not there, which is told at the start without the key', async () => {
    const ENGINE_URL = `http://127.0.0.1:${await freePort()}/v1`;
    const told: string[] = [];
    await warnOfEngine(await look({ ENGINE_URL }), (line) => told.push(line));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/cannot be asked: ECONNREFUSED\. Start the engine/);
    expect(told[0]).not.toContain(KEY);
    await warnOfEngine(await look(), (line) => told.push(line));
    expect(told).toHaveLength(1);
  });
});
