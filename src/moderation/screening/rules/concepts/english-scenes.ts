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
  figureOfMyth: `aphrodite, venus, nymph, siren, eve, goddess, mermaid, maiden, succubus`,
  seenBare: `birth of venus, emerge, bathe, bathing, bather, recline, reclining, garden of eden, adam and eve, seashell, unveiled, draped, diaphanous, translucent, sheer, wet, skin, curves, hips, thighs, breast, chest, tangled, entwined`,
  womanly: `woman, women, girl, lady, female, maiden, couple, lover, goddess, nymph, actress, nurse, nun, secretary, teacher, cheerleader, maid`,
  undressed: `bathe, bathtub, tub, hot tub, bubble bath, moonbathe, moonbathing, silk sheets, satin sheets, bedsheets, sheer, diaphanous, garter, stockings, corset, latex, in chains, towel, disrobe, pin up, pinup`,
  painterOfNudes: `gil elvgren, elvgren, alberto vargas, boris vallejo, vallejo, frank frazetta, frazetta, julie bell, luis royo, milo manara, hajime sorayama, sorayama, egon schiele, bouguereau, john william godward, botticelli, titian, modigliani, helmut newton, mapplethorpe, araki, hr giger, h r giger, zdzislaw beksinski, francis bacon`,
  authority: `scientist, doctor, physician, surgeon, expert, official, government, nasa, fbi, cia, nsa, cdc, fda, pentagon, white house, police chief, spokesperson, spokesman, spokeswoman, professor, researcher, general, ceo, health minister, world health organization, un, united nations, president, prime minister, politician, senator, mayor, teacher, priest, pope, astronaut, nurse, epidemiologist, economist, whistleblower, insider`,
  claims: `claim, announce, admit, confess, confirm, reveal, prove, warn, declare, promote, endorse, testify, deny, blame, advise, recommend, urge, expose, unveil the truth, denounce, apologize, confiscate, cover up, hide, conceal, lie, falsify, fabricate, fake, order`,
  flag: `flag, flags, national flag, american flag, us flag, union jack, israeli flag, pride flag, rainbow flag, holy book, quran, koran, bible, torah, crucifix, cross, mosque, synagogue, church, temple, mecca, kaaba, keffiyeh, hijab, burqa, niqab, turban, kippah, yarmulke, tallit, star of david`,
  desecrated: `burn, burning, flames, tear, torn, trample, stomp, step on, spit, urinate, toilet, shred, wipe, upside down, desecrate, deface, destroy, bomb, explode, dynamite, suicide vest, gun, rifle, grenade, soldiers, tank, airstrike, blood, bloody, pig, clown, mock, aircraft, missile, rubble`,
  despair: `hopeless, despair, despairing, depressed, depression, worthless, lonely, suicidal, crying, sobbing, tears, goodbye note, farewell letter, last letter, broken heart, want to disappear`,
  edge: `ledge, edge of a bridge, edge of a cliff, edge of a roof, edge of a building, edge of the roof, edge of the bridge, rope, noose, pill bottle, pills, sleeping pills, wrist, wrists, razor, blade, oncoming train, train tracks, bathtub, gas oven, car exhaust`,
  powder: `white powder, white lines, white substance, lines of powder, powdery substance, crystals, rolled up bill, rolled dollar bill, rolled up banknote, baggie, small bags, bong, blunt, spliff, crack pipe, glass pipe, needle, tourniquet, syringe, green leaves, poppy, brick wrapped, wrapped bricks`,
  taking: `snort, sniff, inhale, inject, nose, nostril, vein, forearm, smoke, weigh, scale, razor, mirror, get high, high, stash, deal, sell, swap, cash, package, alley`,
} as const satisfies Record<string, Terms>;
