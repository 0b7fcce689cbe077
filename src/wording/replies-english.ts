import type { DeclineReason } from './decline-reasons.ts';
import type { EnglishText } from './text.ts';

/** What the bot says, in English. Each fits a post on X when filled in with short names. */
export const repliesEnglish = {
  'status-received': 'Got it. Your prompt is being checked.',
  'status-in-review': 'Thank you! A curator will look at your prompt.',
  'status-held': 'A curator has put your prompt aside for now. You will hear more here.',
  'status-asked': 'Waiting for your answer.',
  'question-asked': 'A curator asks about your prompt: {question} To answer, reply here and mention me.',
  'status-merged': 'The same was asked for already. One clip is made for all who asked, and you get it here too.',
  'status-refused': 'Sorry, this cannot be made here. {why}',
  'status-declined': 'A curator decided against this one. {why}',
  'status-not-chosen':
    'This call has ended, and yours was not among those chosen this time. Thank you for your idea; you are welcome in the next call.',
  'status-waiting': 'Approved! Your clip will be made soon.',
  'status-next': 'Approved! Your clip is next.',
  'status-in-line': 'Approved! You are number {place} in line.',
  'status-generating': 'Your clip is being made: {progress}.',
  'status-generating-shots': 'Your clip is being made: {progress}, shot {shot} of {count}.',
  'status-on-hold': 'Your clip is on hold: a curator is looking into it.',
  'status-finishing': 'Almost there: your clip is getting its finishing touches.',
  'status-last-look': 'Your clip is made. A curator is taking a last look at it.',
  'status-ready': 'Your clip is ready and on its way to you.',
  'status-delivered': 'Here is your clip, {name}!',
  'status-blocked': 'Your clip was made, but it did not pass the last check and is not shown. {why}',
  'status-removed': 'This clip was taken down.',
  'status-failed': 'Sorry, your clip could not be made. A curator has been told.',
  'status-withdrawn': 'Withdrawn. Nothing will be made of it.',

  'status-appeal-upheld': 'Your appeal was upheld. A curator will look at your prompt again.',
  'appeal-offered': 'You can appeal once; somebody who has not decided it will look.',
  'appeal-on-x':
    'If it is yours, you can appeal once: answer your own post on X, mention the bot again, and begin with “appeal”.',
  'appeal-waiting': 'You appealed; a curator who has not decided it will look.',
  'appeal-dismissed': 'You appealed, and another curator looked at it again: it stays as it is.',

  'decline-off-topic': 'It does not fit what this call asks for.',
  'decline-too-similar': 'A clip very much like it exists or is on its way.',
  'decline-cannot-be-made-well': 'It would not come out well with what we have; a simpler scene might.',
  'decline-not-now': 'There is no room for it now; you are welcome to ask again later.',
  'decline-quota': 'You have had your share for now; others get their turn.',
  'decline-rights': 'It is too close to something that belongs to someone else.',
  'decline-rules': 'It goes against the rules of this place.',
  'decline-other': 'It was not chosen this time.',
  'nothing-found': 'Nothing speaks against it.',
  'curator-wrote': 'The curator wrote: {note}',

  'how-to-ask': 'Tell me what you would like to see, for example:\n{example}',
  example: '`@opencall a paper boat sails down a rainy street --ar 9:16 --seconds 6`',

  'problem-unknown-option': 'There is no option {given}. There are {options}.',
  'problem-no-value': '{option} needs a value: {possible}.',
  'problem-unreadable': '{option} cannot be read with “{given}”: it takes {possible}.',
  'problem-out-of-range': '{option} cannot be {given}: it takes {possible}.',
  'problem-repeated': '{option} is given more than once, with different values: {given}. Please give it once.',
  'problem-prompt-too-long': {
    one: 'Your prompt is {count} character long; the most is {limit}.',
    other: 'Your prompt is {count} characters long; the most is {limit}.',
  },
  'did-you-mean': 'Did you mean {meant}?',
  'ask-again': 'Please ask again with that changed, for example:\n{example}',

  'possible-shape': 'any shape from `1:{most}` to `{most}:1`, such as `9:16`',
  'possible-seconds': {
    one: 'a length of {min} second',
    other: 'a length from {min} to {count} seconds',
  },
  'possible-words': '{words}',
  'possible-whole-number': 'a whole number from {min} to {max}',
  'possible-text': {
    one: 'a word of {count} character',
    other: 'a few words, {count} characters at most',
  },

  'closed-call': 'This call closed on {date}. Thank you for wanting to take part!',
  'not-open-yet': 'This call opens on {date}. Please come back then.',
  'too-many-open': {
    one: 'You have {count} request under way, which is the most at a time. Please wait until it is done.',
    other: 'You have {count} requests under way, which is the most at a time. Please wait until one is done.',
  },
  'too-many-today': {
    one: 'You may ask for {count} clip a day, and have. Please come back tomorrow.',
    other: 'You may ask for {count} clips a day, and have. Please come back tomorrow.',
  },
  'too-many-in-call': {
    one: 'You may ask for {count} clip in this call, and have. Thank you for taking part!',
    other: 'You may ask for {count} clips in this call, and have. Thank you for taking part!',
  },
  'too-soon': 'That was quick. You can ask for your next clip from {date} on.',
  'account-too-young': 'Your account is too new to ask here. You can ask from {date} on.',
  'member-too-young': 'You joined this server a short while ago. You can ask from {date} on.',
  'slowed-down':
    'Some of what you asked for broke the rules here, so you wait longer between requests: until {date} this time.',
  'struck-out':
    'Too much of what you asked for broke the rules here. You can ask again from {date} on; a refusal that was wrong can be appealed.',
  'strike-counts': 'It counts against you for a while; whoever asks for too much of this has to wait.',
  blocked:
    'Those who run this server have chosen not to take requests from you. Ask them if you think that is a mistake.',
  'budget-spent': 'The budget of this call is spent. Thank you for wanting to take part!',
  paused: 'Requests are paused for a while. Please try again later.',
  'call-paused': 'This call is paused for a while. Please try again later.',
  'not-yours': 'Only the one who asked for it can do that.',
  'too-late': 'It is too late for that: things have moved on.',
  'not-found': 'That request is not here any more.',

  'fit-aspect': 'The engine makes {given}, which is then fitted to {asked} without stretching.',
  'fit-seconds': 'The length is {given} s instead of {asked} s: the nearest that the engine makes.',
  'fit-resolution': 'The resolution is {given} instead of {asked}: the nearest that the engine makes.',
  'fit-sound': 'The engine makes “{given}”; “{asked}” is made of it when the clip is finished.',
  'fit-shots': 'Made of {count} shots and joined: one of this engine lasts at most {longest} s.',
  'fit-loop': 'It ends with the picture that it begins with, so that it plays round.',
  'fit-no-loop': 'The engine cannot be told with which picture to end: there is a seam where it plays round.',
  'fit-language':
    'The engine is told this in {asked}. It knows {known}: put it into one of these, or expect little of it.',
  'fit-translation': 'The engine does not know {asked}: it is told a translation into {given}.',
  'fit-engine': 'Made by {given}, since {asked} cannot make it.',
  'fit-no-pictures': 'The engine cannot bring a picture to life.',
  'fit-nothing-offered': 'The engine is not set up to make this. A curator has been told.',

  'sound-none': 'none',
  'sound-ambience': 'ambience',
  'sound-narration': 'narration',

  'alt-text': 'A video made by a machine from the words: {prompt}',
  'bring-to-life': 'Bring this picture to life',
} as const satisfies Record<string, EnglishText> & Record<`decline-${DeclineReason}`, EnglishText>;
