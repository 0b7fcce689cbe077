import type { PolicyCode } from '../moderation/screening/policies.ts';

/** A policy's name for curators, and the sentence for the one whose request it stopped. */
export interface PolicyText {
  title: string;
  sentence: string;
}

export const policiesEnglish: Record<PolicyCode, PolicyText> = {
  minors: { title: 'Children', sentence: 'Nothing that shows children in a sexual or degrading way is made, ever.' },
  sexual: { title: 'Sexual content', sentence: 'Sexual content and nudity are not made here.' },
  'sexual-likeness': {
    title: 'Sexual content of a real person',
    sentence: 'Sexual pictures of real people are never made.',
  },
  'private-people': {
    title: 'Private people',
    sentence: 'People who are not in public life are not shown without their consent.',
  },
  'public-figures': {
    title: 'Public figures',
    sentence: 'Real people are not shown saying or doing what they never said or did.',
  },
  'civic-misinformation': {
    title: 'Elections and public life',
    sentence: 'Nothing that could mislead people about elections or public life is made here.',
  },
  'fake-news': {
    title: 'False news',
    sentence: 'Nothing that could pass for news of what never happened is made here.',
  },
  'health-misinformation': {
    title: 'False health advice',
    sentence: 'Nothing that could mislead people about their health is made here.',
  },
  hate: { title: 'Hate', sentence: 'Nothing that demeans people for who they are is made here.' },
  harassment: { title: 'Harassment', sentence: 'Nothing that humiliates or threatens someone is made here.' },
  violence: { title: 'Violence', sentence: 'Bloody or cruel violence is not shown here.' },
  'self-harm': {
    title: 'Suicide and self-harm',
    sentence:
      'Suicide and self-harm are not shown here. If this is about you, please talk to someone you trust or to a helpline near you.',
  },
  extremism: { title: 'Extremism', sentence: 'Nothing that praises or serves violent movements is made here.' },
  'crime-weapons': {
    title: 'Crime and weapons',
    sentence: 'Nothing that shows how to commit a crime or make a weapon is made here.',
  },
  'dangerous-acts': {
    title: 'Dangerous acts',
    sentence: 'Dangerous acts that someone could copy are not shown here.',
  },
  copyright: {
    title: 'Rights of others',
    sentence: 'Characters, brands and works that belong to others are not copied here.',
  },
  'deceptive-documents': {
    title: 'Forged documents',
    sentence: 'Nothing that could pass for a real document, money or an official mark is made here.',
  },
  spam: { title: 'Advertising and spam', sentence: 'Advertising, links and spam are not made here.' },
  steering: {
    title: 'Instructions to the machine',
    sentence: 'A prompt says what is to be seen; instructions to the machine are not followed.',
  },
  'refused-picture': {
    title: 'A picture that was turned down before',
    sentence: 'This picture is not accepted here.',
  },
  technical: {
    title: 'Did not come out well',
    sentence: 'There is hardly anything to see in it, so a curator looks at it.',
  },
  unchecked: {
    title: 'Not checked',
    sentence: 'This could not be checked automatically, so a curator looks at it.',
  },
  late: {
    title: 'Asked long ago',
    sentence: 'This was asked a day ago or before the call began, so a curator looks at it.',
  },
};

/** For a code that this version does not know, from a record that another one wrote. */
export const otherPolicyEnglish: PolicyText = { title: 'Other', sentence: 'It goes against the rules of this place.' };
