import type { Kind } from './stage-reading.ts';

/** What kind of thing a drawing shows: it decides where it stands, how large it is and how it moves by itself. */
const LISTS: Record<Exclude<Kind, 'thing'>, string> = {
  person:
    'person man woman boy girl child baby old-man old-woman older-person artist astronaut cook construction-worker detective factory-worker farmer firefighter guard health-worker judge mechanic ninja office-worker pilot police-officer prince princess santa-claus mrs-claus mx-claus scientist singer skier snowboarder student teacher technologist troll alien robot alien-monster ghost baby-angel person-merpeople horse-racing people-hugging snowman snowman-without-snow clown-face busts-in-silhouette skull woman-dancing man-dancing teddy-bear moai',
  animal:
    'badger bear beaver bison black-cat boar camel cat cat-face chipmunk cow cow-face crocodile deer dog dog-face donkey dragon elephant ewe fox frog giraffe goat gorilla guide-dog hamster hedgehog hippopotamus horse horse-face kangaroo koala leopard lion lizard llama mammoth monkey monkey-face moose mouse mouse-face orangutan otter ox panda pig pig-face polar-bear poodle rabbit rabbit-face raccoon ram rat rhinoceros sauropod service-dog skunk sloth snail snake t-rex tiger tiger-face turtle two-hump-camel unicorn water-buffalo wolf zebra penguin chicken rooster turkey peacock flamingo baby-chick duck goose swan dodo hatching-chick front-facing-baby-chick carousel-horse seal crab scorpion spider worm ant beetle cockroach cricket lobster cat-with-wry-smile',
  bird: 'bird eagle owl parrot dove blackbird phoenix-bird bat',
  fish: 'fish tropical-fish blowfish shark whale spouting-whale dolphin octopus jellyfish squid coral shrimp',
  insect: 'bug butterfly fly honeybee lady-beetle mosquito',
  boat: 'sailboat ship ferry passenger-ship motor-boat speedboat canoe person-rowing-boat man-rowing-boat woman-rowing-boat paper-boat anchor ring-buoy person-surfing woman-surfing man-surfing',
  vehicle:
    'automobile ambulance articulated-lorry auto-rickshaw bicycle bullet-train bus delivery-truck fire-engine high-speed-train kick-scooter light-rail locomotive metro minibus monorail motor-scooter motorcycle mountain-railway oncoming-automobile oncoming-bus oncoming-police-car oncoming-taxi person-biking person-mountain-biking pickup-truck police-car racing-car railway-car skateboard sport-utility-vehicle station taxi tractor train tram tram-car trolleybus sled manual-wheelchair motorized-wheelchair person-in-manual-wheelchair',
  aircraft:
    'airplane small-airplane helicopter parachute paper-plane kite balloon hot-air-balloon airplane-departure airplane-arrival aerial-tramway flying-disc',
  spacecraft: 'rocket flying-saucer satellite',
  celestial:
    'sun sun-with-face full-moon crescent-moon first-quarter-moon ringed-planet mars-planet globe-showing-europe-africa globe-showing-americas globe-showing-asia-australia star glowing-star comet shooting-star rainbow cloud cloud-with-rain cloud-with-snow cloud-with-lightning full-moon-face new-moon-face milky-way',
  plant:
    'deciduous-tree evergreen-tree palm-tree christmas-tree cactus potted-plant sunflower rose tulip hibiscus bouquet lotus herb seedling mushroom cherry-blossom blossom hyacinth pine-decoration tanabata-tree sheaf-of-rice wilted-flower four-leaf-clover shamrock',
  building:
    'house house-with-garden houses hut derelict-house castle japanese-castle office-building church mosque classical-building shinto-shrine tokyo-tower statue-of-liberty windmill lighthouse ferris-wheel roller-coaster circus-tent tent fountain volcano iceberg snow-capped-mountain mount-fuji mountain factory hospital hotel bank school hindu-temple synagogue kaaba department-store convenience-store post-office building-construction stadium camping barber-pole vertical-traffic-light stop-sign bus-stop fuel-pump potable-water',
  furniture:
    'bed couch-and-lamp chair toilet bathtub shower television desktop-computer mantelpiece-clock refrigerator oven mirror door window ladder musical-keyboard framed-picture elevator seat file-cabinet',
  food: 'hot-beverage teacup-without-handle wine-glass beer-mug cocktail-glass bottle-with-popping-cork bowl-with-spoon steaming-bowl cooked-rice curry-rice birthday-cake shortcake doughnut cookie soft-ice-cream hamburger french-fries hot-dog pizza sushi spaghetti red-apple green-apple tangerine lemon banana strawberry grapes watermelon pineapple carrot broccoli tomato cheese-wedge bread egg avocado sandwich taco burrito pancakes pretzel croissant bagel candy chocolate-bar honey-pot peach pear cherries mango coconut kiwi-fruit ear-of-corn eggplant potato onion garlic cucumber popcorn tropical-drink amphora custard',
};

export const KIND_BY_SPRITE: ReadonlyMap<string, Kind> = new Map(
  (Object.entries(LISTS) as [Kind, string][]).flatMap(([kind, sprites]) =>
    sprites.split(' ').map((sprite): [string, Kind] => [sprite, kind]),
  ),
);
