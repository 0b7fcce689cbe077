const SAID = {
  approve: 'didApprove',
  decline: 'didDecline',
  escalate: 'didEscalate',
  merge: 'didMerge',
  hold: 'didHold',
  ask: 'didAsk',
  resume: 'didResume',
  unmerge: 'didUnmerge',
  preview: 'didPreview',
  still: 'didStill',
  'leave-still-out': 'didLeaveStillOut',
  release: 'didRelease',
} as const;

/** What is said of a decision, by what it was; anything else was saved. */
export function saidOf(action: string) {
  return SAID[action as keyof typeof SAID] ?? 'didOther';
}
