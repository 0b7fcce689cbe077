import { attention, type Finding, failing, ok } from '../../bots/finding.ts';
import type { AccountLook } from '../../generation/ask-vendor.ts';
import { lookAtModels } from '../../generation/look-at-models.ts';
import type { Config } from '../config.ts';
import { stillAccount, stillServer } from '../configured-stills.ts';

const ABOUT = 'stills';
const NAMED_AT_MOST = 8;

/** Whether the image model answers and takes the key, where one is configured. It is asked only what costs nothing. */
export async function examineStills(config: Config): Promise<Finding[]> {
  const { STILL_MODEL: model } = config;
  if (model === undefined) return [];
  const name = `The image model at ${whereOf(config, model)}`;
  const look = await lookAt(config, model);
  switch (look.outcome) {
    case 'known':
      if (config.STILL_PRICE_USD === undefined) return [unpriced(model)];
      return [
        ok(ABOUT, look.says ? `${name} takes the key; ${look.says}.` : `${name} takes the key and has ${model}.`),
      ];
    case 'key-refused':
      return [failing(ABOUT, `${name} refuses the key: ${look.why}.`, 'Put STILL_KEY right.')];
    case 'no-such-model': {
      const has = look.offered.slice(0, NAMED_AT_MOST).join(', ');
      const advice = has === '' ? 'Put STILL_MODEL right.' : `Set STILL_MODEL to one that it has: ${has}.`;
      return [failing(ABOUT, `${name} has no model ${model} for this key.`, advice)];
    }
    case 'unreachable':
      return [
        failing(ABOUT, `${name} cannot be asked: ${look.why}.`, 'Start it, and check STILL_URL and the way there.'),
      ];
    case 'untold':
      return [
        attention(ABOUT, `${name} answers and does not tell what it has: ${look.why}.`, 'Ask for one still to see.'),
      ];
    default:
      return look satisfies never;
  }
}

/** The host that is asked, or the provider's name where it is its own. */
function whereOf(config: Config, model: string): string {
  const url = config.STILL_MAKER === 'ai-sdk' ? stillAccount(config).url : stillServer(config).url;
  return url === null ? (model.split(':')[0] ?? model) : new URL(url).host;
}

async function lookAt(config: Config, model: string): Promise<AccountLook> {
  if (config.STILL_MAKER === 'openai-images') return lookAtModels({ ...stillServer(config), model });
  // The account is the one that has the video models.
  const { lookAtAccount } = await import('../../generation/engines/ai-sdk/look-at-account.ts');
  return lookAtAccount({ ...stillAccount(config), model });
}

function unpriced(model: string): Finding {
  return attention(
    ABOUT,
    `No price of ${model} is set, so no budget holds its stills back.`,
    "Set STILL_PRICE_USD to what one still costs; to 0 on a server of one's own.",
  );
}
