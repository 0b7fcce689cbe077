import type { InteractionHandlers } from '../interactions/interaction.ts';
import { announceCommand, pressAnnounce } from './announce-command.ts';
import { closeCallCommand, extendCallCommand, openCallCommand, takeExtendCall, takeOpenCall } from './call-commands.ts';
import { limitsCommand } from './limits-command.ts';
import type { Operating } from './operating.ts';
import { pauseCommand, resumeCommand } from './pause-commands.ts';
import { pressSetup, setupCommand, takeSetup } from './set-up.ts';
import { statusCommand } from './status-command.ts';
import { suggestCalls } from './suggest-calls.ts';

/** What those who run it can do. */
export function operatorInteractions(operating: Operating): InteractionHandlers {
  return {
    commands: {
      'opencall setup': setupCommand(operating),
      'opencall call open': openCallCommand(operating),
      'opencall call close': closeCallCommand(operating),
      'opencall call extend': extendCallCommand(operating),
      'opencall call announce': announceCommand(operating),
      'opencall pause': pauseCommand(operating),
      'opencall resume': resumeCommand(operating),
      'opencall status': statusCommand(operating),
      'opencall limits': limitsCommand(operating),
    },
    suggestions: {
      'opencall call close': suggestCalls(operating, 'closable'),
      'opencall call extend': suggestCalls(operating, 'all'),
      'opencall call announce': suggestCalls(operating, 'all'),
    },
    components: { setup: pressSetup(operating), announce: pressAnnounce(operating) },
    forms: {
      setup: takeSetup(operating),
      'call-open': takeOpenCall(operating),
      'call-extend': takeExtendCall(operating),
    },
  };
}
