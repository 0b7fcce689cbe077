import { attention, type Finding, failing, ok } from '../../bots/finding.ts';
import type { AccountLook } from '../../generation/ask-vendor.ts';
import { priceOf } from '../../generation/money/prices.ts';
import type { Config } from '../config.ts';
import { NO_KEY } from '../no-key.ts';

const ABOUT = 'engine';
const NAMED_AT_MOST = 8;

/** Whether the engine answers, takes the key and has the model. It is asked only what costs nothing. */
export async function examineEngine(config: Config): Promise<Finding> {
  const { ENGINE: engine } = config;
  if (engine === 'storyboard') return ok(ABOUT, 'storyboard, embedded and free.');
  const look = await lookAt(engine, config);
  switch (look.outcome) {
    case 'known': {
      if (!isPriced(config)) return unpriced(config);
      const says = [`${nameOf(config)} takes the key`, look.model && `and makes clips with ${look.model}`, look.says];
      return ok(ABOUT, `${says.filter(Boolean).join('; ').replace('; and', ' and')}.`);
    }
    case 'key-refused':
      return failing(
        ABOUT,
        `${nameOf(config)} refuses the key: ${look.why}.`,
        'Put ENGINE_KEY right: a key of that service which is not revoked, and whose account may use it.',
      );
    case 'no-such-model': {
      const has = look.offered.slice(0, NAMED_AT_MOST).join(', ');
      const advice = has === '' ? 'Put ENGINE_MODEL right.' : `Set ENGINE_MODEL to one that it has: ${has}.`;
      return failing(ABOUT, `${nameOf(config)} has no model ${look.model} for this key.`, advice);
    }
    case 'unreachable':
      return failing(
        ABOUT,
        `${nameOf(config)} cannot be asked: ${look.why}.`,
        'Start the engine, and check ENGINE_URL and the way there.',
      );
    case 'untold':
      return attention(
        ABOUT,
        `${nameOf(config)} answers and tells nothing of key and model: ${look.why}.`,
        'Approve one short clip to see that both are right.',
      );
    default:
      return look satisfies never;
  }
}

/** Servers of one's own cost nothing by the second. */
function isPriced({ ENGINE, ENGINE_PRICE_PER_SECOND, ENGINE_MODEL }: Config): boolean {
  if (ENGINE !== 'ai-sdk' || ENGINE_PRICE_PER_SECOND !== undefined) return true;
  return priceOf(ENGINE_MODEL ?? '') !== null;
}

function unpriced(config: Config): Finding {
  return attention(
    ABOUT,
    `${nameOf(config)} takes the key; no price of ${config.ENGINE_MODEL} is known, so no budget holds it back.`,
    'Set ENGINE_PRICE_PER_SECOND to what it asks for a second of video.',
  );
}

/** A large library comes with each. */
async function lookAt(engine: Exclude<Config['ENGINE'], 'storyboard'>, config: Config): Promise<AccountLook> {
  const url = config.ENGINE_URL?.replace(/\/$/, '') ?? null;
  const { ENGINE_KEY: key = NO_KEY, ENGINE_MODEL: model = null } = config;
  switch (engine) {
    case 'openai-videos': {
      const { lookAtModels } = await import('../../generation/look-at-models.ts');
      return lookAtModels({ url: url ?? '', key, model });
    }
    case 'runway': {
      const { lookAtAccount } = await import('../../generation/engines/runway/look-at-account.ts');
      return lookAtAccount({ url, key, model });
    }
    case 'ai-sdk': {
      const { lookAtAccount } = await import('../../generation/engines/ai-sdk/look-at-account.ts');
      return lookAtAccount({ url, key, model: model ?? '' });
    }
    default:
      return engine satisfies never;
  }
}

function nameOf({ ENGINE, ENGINE_URL, ENGINE_MODEL }: Config): string {
  const name = ENGINE === 'ai-sdk' ? `ai-sdk (${ENGINE_MODEL?.split(':')[0]})` : ENGINE;
  return ENGINE_URL === undefined ? name : `${name} at ${new URL(ENGINE_URL).host}`;
}
