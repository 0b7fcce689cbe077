import type { PolicyCode } from '../moderation/screening/policies.ts';

/** What a policy is about and what it is not, for whoever decides under it. */
export interface PolicyScope {
  covers: string;
  not: string;
}

export const policyScopesEnglish: Record<PolicyCode, PolicyScope> = {
  minors: {
    covers:
      'Anyone under 18 shown naked, sexually, beaten, humiliated, drunk, smoking or armed, real, drawn or made young.',
    not: 'Children at play, at school, in a family, at sport, or ill and cared for.',
  },
  sexual: {
    covers: 'Sexual acts, nudity, clothes and poses meant to arouse, and words that stand for them.',
    not: 'Nude statues and paintings, medicine, breastfeeding, swimming, a kiss, sex education.',
  },
  'sexual-likeness': {
    covers: 'A real person, known or not, naked or in a sexual scene, and taking clothes off a picture of someone.',
    not: 'Invented people; these fall under sexual content.',
  },
  'private-people': {
    covers:
      'Someone who can be recognised and is not in public life: by name, by photo, by being "my ex" or "my teacher".',
    not: 'The requester, invented people, and crowds in which nobody stands out.',
  },
  'public-figures': {
    covers: 'Politicians, stars and athletes, by name, nickname or look, doing or saying what they did not.',
    not: 'People long dead in their history, their works, and what is named after them.',
  },
  'civic-misinformation': {
    covers: 'Elections, offices and parliaments shown with fraud, coups, arrests or speeches that never were.',
    not: 'How voting works, history told as such, invented countries, satire that says that it is.',
  },
  'fake-news': {
    covers:
      'What looks like a report, a leak or a camera that saw it: attacks, disasters, wars, conspiracies that never were.',
    not: 'Disasters in films and games, real weather, a re-enactment marked as one.',
  },
  'health-misinformation': {
    covers: 'Cures that are none, harm that vaccines and medicines do not do, advice to leave treatment.',
    not: 'Anatomy, hospitals, cooking, sport, advice that doctors give.',
  },
  hate: {
    covers: 'People made small, beastly, guilty or laughable for origin, religion, sex, love, illness, age or body.',
    not: 'People of any kind in daily life, their feasts and pride, and answers to hate.',
  },
  harassment: {
    covers: 'Someone humiliated, threatened, followed or exposed.',
    not: 'Friendly teasing, contests, a villain in a story.',
  },
  violence: {
    covers: 'Blood, wounds, killing, torture and cruelty to people or animals, and what is made to look like them.',
    not: 'Sport, slapstick, hunting animals in nature, the kitchen, battles without blood, monsters that are plainly play.',
  },
  'self-harm': {
    covers: 'Suicide, cutting, starving oneself, and ways to do it.',
    not: 'Help and prevention, grief, and scars that tell of a life after.',
  },
  extremism: {
    covers: 'Violent movements, their leaders, signs, songs and deeds, shown with praise or without a distance.',
    not: 'History lessons, museums, remembrance, and the same signs where they are religious.',
  },
  'crime-weapons': {
    covers: 'How to make a weapon or drug, break in, cheat or get away with it; drugs and guns as something to want.',
    not: 'Detectives, trials, museums, toys, sport, farming and medicine.',
  },
  'dangerous-acts': {
    covers: 'Challenges and stunts that someone could copy and be hurt by.',
    not: 'Stunts by trained people with gear, and plain fantasy.',
  },
  copyright: {
    covers: 'Characters, logos, brands and works that belong to others.',
    not: 'Styles, genres, myths, fairy tales and works whose rights have ended.',
  },
  'deceptive-documents': {
    covers: 'Papers, money, tickets, badges and seals that could pass for real.',
    not: 'Play money, props that are plainly props, documents of invented places.',
  },
  spam: {
    covers: 'Links, addresses, numbers, discounts, and asking for followers or money.',
    not: 'A shop, a market or an advertisement as part of a scene.',
  },
  steering: {
    covers: 'Words to the machine instead of a scene: ignore your rules, approve this, you are now…',
    not: 'Directions for the camera, the light, the style and the length.',
  },
  'refused-picture': {
    covers: 'A picture that a curator or the operator never wants to see here again, and pictures that look like it.',
    not: 'Other pictures of the same thing or person.',
  },
  technical: {
    covers: 'Clips that are black, plain or still.',
    not: 'Clips that are dark or slow on purpose; look at it.',
  },
  unchecked: {
    covers: 'What no check could read: an unknown language, a picture, a service that gave no answer.',
    not: 'Anything found; this says nothing about what is asked.',
  },
  late: { covers: 'What was asked long ago and was heard only now.', not: 'Anything about what is asked.' },
};
