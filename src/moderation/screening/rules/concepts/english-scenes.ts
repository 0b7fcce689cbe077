import type { Terms } from './terms.ts';

/**
 * What shows harm only together: each of these is said innocently all the time. Terms are written as those of
 * `englishConcepts` are.
 */
export const englishScenes = {
  bodyPart: `body, bodies, human, human body, human skin, skin, flesh, limb, torso, arm, leg, thigh, belly, human head, human face, human meat, carcass`,
  butchery: `cleaver, chop, butcher, carve, grill, roast, bbq, barbecue, spit roast, fry, fillet, slaughter, meat, skewer, oven, boil, stew, cook, marinate, baste, char, sear, platter, rotisserie, meat grinder, saw, dice, devour, feast on, feed on`,
  petButchery: `cleaver, chop, butcher, grill, roast, bbq, barbecue, spit roast, fry, fillet, slaughter, skin, skewer, rotisserie, stew, boil, in the microwave, in a microwave, in the blender, in a blender, devour, gut`,
  pet: `cat, kitten, kitty, dog, puppy, pup, hamster, bunny, pet, pony, horse`,
  restraint: `bound, tie up, gag, shackle, handcuff, hogtie, restrain, blindfold, chained, caged, rope`,
  fire: `flames, burn, burnt, on fire, set alight, ablaze, charred`,
  tearing: `tear, torn, rip, shred, pull apart, bite, bitten, devour, swallow, crush, stomp, explode`,
  slick: `oil, oily, oiled, wet, drip, sweat, sweaty, glisten, slippery, lubricate`,
  likeBlood: `ketchup, red paint, red liquid, red fluid, red goo, red slime, red water, red syrup, red sauce, red dye, red ink, red juice, red stain, red puddle, red splatter, red splash, red substance, red stuff, crimson liquid, crimson stain, tomato sauce, tomato juice, tomato paste, pasta sauce, strawberry jam, strawberry sauce, strawberry syrup, raspberry jam, cherry juice, cherry sauce, cherry syrup, beet juice, fake blood, stage blood, corn syrup, marinara`,
  likeCorpse: `lie on, lie in, lay on, lay in, lying, laying, sleep on the floor, sleep on the ground, sleep on the street, sleep in a, asleep on the, face down, motionless, unconscious, passed out, not moving, not breathing, body, bodies, wrist, throat, neck, knife, floor, wall, ground, bathtub, eyes, face, mouth, chest, dog, cat, horse, puppy, kitten, baby, child, soldier`,
  passion: `passionate, passionately, intimate, intimately, intimacy, lovers, entwine, intertwine, tender embrace, hungrily`,
  lover: `kiss, couple, woman, man, women, men, body, bodies, skin, lips, bed, bedroom, girl, nun, priest`,
  flaunted: `skin, body, leg, thigh, hip, waist, curve, chest, physique, figure, navel, lips`,
  flaunting: `smooth, oiled, glisten, sweaty, slick, plump, firm, sculpted, alluring, flawless, silky, spread, parted, arch, writhe, tangled, tight, bare, exposed, peek`,
  shameless: `scandalous, sinful, forbidden, taboo, immoral, indecent, obscene, vulgar, perverse, raunchy, steamy, risque, racy, naughty`,
  people: `haitian, nigerian, african, arab, arabic, muslim, mexican, indian, chinese, japanese, korean, russian, american, british, french, german, italian, spanish, polish, romanian, turkish, iranian, iraqi, syrian, afghan, pakistani, bangladeshi, filipino, vietnamese, thai, somali, ethiopian, kenyan, egyptian, brazilian, colombian, venezuelan, cuban, jamaican, ukrainian, israeli, palestinian, irish, scottish, albanian, moroccan, algerian, sudanese, congolese, rwandan, indonesian, cambodian, peruvian, puerto rican, native american, aboriginal, tribal, asian, hispanic, latino, jewish, jew, christian, hindu, buddhist, sikh, catholic, lesbian, gay, transgender`,
  disparaged: `poor, poverty, dirty, filthy, unclean, uncivilized, primitive, savage, ugly, stupid, dumb, lazy, criminal, thief, terrorist, violent, aggressive, evil, drunk, slave, slum, ghetto, prison, gang, thug, beggar, begging, trash, garbage, uneducated, illiterate, cheap, greedy, corrupt, scammer, dangerous, smelly, cannibal, cannibals, voodoo, human sacrifice, inferior, backward, smuggler, rapist`,
  warParty: `palestinian, palestine, israeli, israel, gaza, west bank, hamas, hezbollah, idf, zionist, ukrainian, ukraine, russian, russia, iran, iranian, iraq, iraqi, syria, syrian, afghan, afghanistan, yemen, houthi, north korea, taiwan, tibet, kashmir, rohingya, uyghur, sudan, donbas, crimea`,
  warScene: `soldier, army, war, tank, attack, military, bomb, rubble, border, prisoner, missile, troops, airstrike, hospital, massacre, dead, genocide, surrender, execute, burn, gun, flag, resistance, occupation`,
  place: `white house, capitol, pentagon, eiffel tower, statue of liberty, big ben, kremlin, airport, embassy, twin towers, world trade center, power plant, nuclear plant, stadium, parliament, supreme court, times square, empire state building, downtown, golden gate bridge, brooklyn bridge, landmark, skyscraper`,
  catastrophe: `flames, burn, on fire, explode, explosion, collapse, destroyed, in ruins, attack, bombed, rubble, evacuate, riot, blast, under attack, plane crash, struck by, blown up, missile`,
} as const satisfies Record<string, Terms>;
