import type { CallStore } from '../../calls/call-store.ts';
import type { Clock, ForgetStore, RequestStore } from '../../requests/index.ts';
import type { VoteLimits } from '../../voting/may-vote.ts';
import type { VoteStore } from '../../voting/vote-store.ts';
import type { JoinStore } from '../joining/join-store.ts';
import { MENU_NAME } from './commands/command-definitions.ts';
import type { createReadPicture } from './hearing/read-picture.ts';
import { showAppealForm, takeAppeal } from './interactions/appeal-decision.ts';
import { askByCommand } from './interactions/ask-by-command.ts';
import { askByMenu } from './interactions/ask-by-menu.ts';
import type { AskThrough } from './interactions/ask-through.ts';
import { howToAsk } from './interactions/how-to-ask.ts';
import type { Interaction, InteractionHandlers } from './interactions/interaction.ts';
import { createLinkAccounts, partFromOthers } from './interactions/link-accounts.ts';
import { myCommand } from './interactions/my-command.ts';
import { createShowMyData, deleteMyData, keepMyData } from './interactions/my-data.ts';
import { createShowMyRequests, withdrawChosen } from './interactions/my-requests.ts';
import { askForRemix, showRemixForm } from './interactions/remix-clip.ts';
import { type ClipReport, showReportForm, takeReport } from './interactions/report-clip.ts';
import { suggestStyles } from './interactions/suggest-styles.ts';
import { topClips } from './interactions/top-clips.ts';
import { voteFor } from './interactions/vote-for.ts';
import type { GuildLookUp } from './servers/guild-look-up.ts';

export interface MemberInteractionsDependencies {
  requests: RequestStore;
  votes: VoteStore;
  forgetting: Pick<ForgetStore, 'ask' | 'heldOf'>;
  joining: JoinStore;
  voteLimits: VoteLimits;
  calls: CallStore;
  guilds: Pick<GuildLookUp, 'of' | 'known'>;
  clock: Clock;
  newId: () => string;
  ask: AskThrough;
  readPicture: ReturnType<typeof createReadPicture>;
  report: (report: ClipReport) => Promise<void>;
}

/** What everybody can do beside writing messages. */
export function memberInteractions(dependencies: MemberInteractionsDependencies): InteractionHandlers {
  const { requests, ask, readPicture, report } = dependencies;
  const showMyRequests = createShowMyRequests(requests, dependencies.guilds);
  return {
    commands: {
      clip: askByCommand(ask, readPicture),
      [MENU_NAME]: askByMenu(ask, readPicture),
      my: myCommand({
        requests: showMyRequests,
        data: createShowMyData(dependencies),
        link: createLinkAccounts(dependencies),
      }),
      top: topClips(dependencies),
    },
    suggestions: { clip: suggestStyles() },
    components: {
      vote: voteFor('clip', dependencies),
      want: voteFor('request', dependencies),
      remix: showRemixForm(requests),
      report: showReportForm(),
      mine: { acknowledge: 'private', run: (interaction) => showMyRequests(interaction as Interaction) },
      appeal: showAppealForm(dependencies),
      help: howToAsk(),
      withdraw: withdrawChosen(dependencies),
      delete: deleteMyData(dependencies),
      keep: keepMyData(),
      part: partFromOthers(dependencies),
    },
    forms: { appeal: takeAppeal(dependencies), remix: askForRemix(ask), report: takeReport(report) },
  };
}
