import { Textarea } from '@mantine/core';
import { useLanguage } from '../language/language-context.ts';
import type { CallDraft } from './call-draft.ts';
import { PlatformChoice } from './platform-choice.tsx';

interface CallPlacesProps {
  draft: CallDraft;
  platforms: readonly string[];
  set: (changes: Partial<CallDraft>) => void;
}

/** Where one asks for a call: all of a platform, or certain channels. */
export function CallPlaces({ draft, platforms, set }: CallPlacesProps) {
  const { say } = useLanguage();
  return (
    <>
      <PlatformChoice
        whole
        legend={say('callPlaces')}
        platforms={platforms}
        chosen={draft.placePlatforms}
        onChange={(placePlatforms) => set({ placePlatforms })}
      />
      {platforms.includes('discord') ? (
        <Textarea
          label={say('callChannels')}
          description={say('callChannelsHint')}
          value={draft.channels}
          dir="ltr"
          autosize
          minRows={2}
          onChange={(event) => set({ channels: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}
