import type { EnglishText } from './text.ts';

/** The texts of the page that tells where a video comes from, in English. */
export const verifyEnglish = {
  navVerify: 'Verify a clip',
  verifyTitle: 'Where does this clip come from?',
  verifyLead:
    'Give a video here to learn whether this installation made it. It is looked at and then deleted; nobody else sees it.',
  verifyDrop: 'Drop a video here',
  verifyChoose: 'Choose a video',
  verifyLimits: '{types}, up to {size}',
  verifyTooLarge: 'That file is too large: up to {size}.',
  verifyLooking: 'Looking at {name} …',
  verifyAnother: 'Choose another video',
  verifyMade: 'Made here',
  verifyNearlyCertain: 'All but certainly made here',
  verifyLikely: 'Probably made here',
  verifyUnknown: 'Not known here',
  verifyMadeByFile: 'It is a clip of ours, to the last byte.',
  verifyMadeBySignature: 'We signed it, and it has not been changed since.',
  verifyByFrames: 'It was changed, but {share} of the frames looked at are like those of a clip of ours.',
  verifyUnknownMore:
    'It has no signature of ours, and its frames are like those of no clip we made. That does not tell who made it, or how.',
  verifyCredentials: 'Content credentials',
  verifyCredentialsNone: 'None. Most sites take them out of what is uploaded.',
  verifyCredentialsOurs: 'Valid: signed by us, and unchanged.',
  verifyCredentialsOthers: 'Unchanged since “{signer}” signed it. Whether that is who it says we cannot tell.',
  verifyCredentialsBroken: 'Not valid: the file was changed after it was signed.',
  verifySomebody: 'somebody',
  verifyEngine: 'Engine',
  verifyBy: 'The picture',
  verifyByModel: 'made by a trained model',
  verifyByProgram: 'drawn by a program, without a trained model',
  verifyDelivered: 'Sent',
  verifyHash: 'Hash of the prompt (SHA‑256)',
  verifyClip: 'The clip of ours',
} as const satisfies Record<string, EnglishText>;
