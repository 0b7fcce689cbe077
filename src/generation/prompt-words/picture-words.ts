/**
 * Words whose drawing the names in emojilib do not give, or give badly: `icon: word word_in_two`. Only what people ask
 * for often; everything else comes from emojilib.
 */
const LISTS = `
person-standing: person human someone figure body model statue_of_a_person pedestrian customer
busts-in-silhouette: crowd_of_people audience
person: portrait_of_a_person
man-standing: man gentleman guy father husband businessman cowboy
woman-standing: woman lady mother wife gwen_stacy bride
boy: son kid toddler
girl: daughter
old-man: elderly_man old_man grandfather grandpa abraham_lincoln einstein
old-woman: elderly_woman old_woman grandmother grandma
people-hugging: couple lovers newlyweds
woman-dancing: dancer ballerina ballet_dancer
cook: chef baker
person-running: runner jogger
person-surfing: surfer surfing
person-swimming: swimmer
person-biking: cyclist
person-walking: hiker
person-climbing: rock_climber mountaineer
person-lifting-weights: weightlifter
person-juggling: juggler
person-golfing: golfer
snowboarder: snowboarding
skier: skiing
person-rowing-boat: rower rowboat kayaker kayak
person-fencing: swordsman fencer
person-in-lotus-position: meditating_person yogi yoga
person-mage: wizard magician sorcerer merlin
woman-mage: witch
person-superhero: superhero superman spiderman batman hero
person-supervillain: villain
person-vampire: vampire dracula
person-zombie: zombie
person-elf: elf
person-fairy: fairy tinkerbell
person-genie: genie
person-merpeople: mermaid merman
person-with-crown: king ruler emperor pharaoh
princess: queen princess
ninja: ninja samurai assassin
guard: knight soldier royal_guard warrior
singer: singer rockstar musician conductor
student: student pupil graduate
police-officer: policeman policewoman cop
pilot: pilot
santa-claus: santa santa_claus
astronaut: astronaut cosmonaut spaceman
alien: alien extraterrestrial
alien-monster: monster creature
robot: robot android cyborg droid
troll: troll
dragon: dragon
t-rex: dinosaur tyrannosaurus t_rex t-rex tyrannosaurus_rex velociraptor styracosaurus godzilla triceratops
sauropod: sauropod diplodocus brontosaurus brachiosaurus
dog: dog corgi puppy hound retriever shiba_inu shiba husky labrador bulldog
cat: cat kitten kitty feline
horse: horse pony stallion mustang
carousel-horse: carousel merry_go_round
rabbit: bunny rabbit hare
monkey: monkey chimpanzee baboon ape
gorilla: gorilla
panda: panda
polar-bear: polar_bear
beaver: wombat beaver capybara groundhog
hedgehog: hedgehog porcupine
sloth: sloth
chipmunk: squirrel chipmunk
mouse: mouse
rat: rat
ewe: sheep lamb
ram: ram
ox: bull ox
deer: deer antelope gazelle reindeer elk
leopard: leopard jaguar cheetah panther
tiger: tiger
lion: lion lioness
snake: snake cobra python
lizard: lizard gecko iguana chameleon
crocodile: crocodile alligator
frog: frog toad
turtle: turtle tortoise
bird: bird sparrow robin toucan bluebird hummingbird
blackbird: crow raven blackbird
eagle: eagle hawk falcon condor
parrot: parrot macaw cockatoo
duck: duck mallard duckling
goose: goose
swan: swan stork heron crane_bird
chicken: chicken hen
baby-chick: chick
dove: dove pigeon seagull
flamingo: flamingo
penguin: penguin
owl: owl
turkey: wild_turkey
honeybee: bee honeybee bumblebee
lady-beetle: ladybug ladybird
beetle: beetle
spider: spider tarantula
butterfly: butterfly moth
fish: fish salmon goldfish trout koi tuna
tropical-fish: tropical_fish clownfish colorful_fish angelfish
shark: shark
whale: whale
spouting-whale: orca humpback_whale blue_whale
dolphin: dolphin
seal: seal sea_lion
octopus: octopus squid kraken
jellyfish: jellyfish
crab: crab
spiral-shell: shell seashell
coral: coral
deciduous-tree: tree oak maple_tree oak_tree
evergreen-tree: pine pine_tree fir spruce evergreen
palm-tree: palm_tree palm_trees palm coconut_tree
christmas-tree: christmas_tree
cactus: cactus
potted-plant: houseplant plant potted_plant bonsai
sunflower: sunflower
rose: rose
tulip: tulip flowers
hibiscus: flower
bouquet: bouquet
lotus: lotus water_lily lily_pad lily
cherry-blossom: cherry_blossom sakura
maple-leaf: maple_leaf
fallen-leaf: leaf
mushroom: mushroom toadstool
herb: herb fern
seedling: sprout seedling
sailboat: sailboat yacht boat sailing_boat gondola
paper-boat: paper_boat origami_boat paper_ship
paper-plane: paper_plane paper_airplane origami_plane
ship: ship ocean_liner titanic pirate_ship vessel galleon
passenger-ship: cruise_ship cruise
ferry: ferry
speedboat: speedboat motorboat
canoe: canoe raft
small-airplane: biplane propeller_plane
airplane: airplane plane jet aeroplane airliner aircraft
helicopter: helicopter chopper drone_aircraft
rocket: rocket spaceship spacecraft starship space_shuttle rocket_ship
flying-saucer: ufo flying_saucer
satellite: satellite
parachute: parachute skydiver
hot-air-balloon: hot_air_balloon
balloon: balloon
automobile: car sedan corvette ferrari vehicle
racing-car: race_car racing_car formula_one sports_car porsche
sport-utility-vehicle: suv jeep beetle_car minivan
police-car: police_car
taxi: taxi cab
bus: bus
trolleybus: double_decker school_bus
pickup-truck: truck pickup pickup_truck
articulated-lorry: semi_truck lorry
delivery-truck: van delivery_truck garbage_truck
fire-engine: fire_truck fire_engine
ambulance: ambulance
motorcycle: motorcycle motorbike harley
bicycle: bicycle bike tricycle
motor-scooter: scooter vespa moped
skateboard: skateboard
locomotive: train locomotive steam_train steam_engine
high-speed-train: bullet_train high_speed_train
metro: subway subway_train
tram-car: tram trolley cable_car streetcar
tractor: tractor
house: house cottage cabin
house-with-garden: mansion
hut: hut igloo
derelict-house: haunted_house abandoned_house ruined_house
castle: castle fortress palace
japanese-castle: pagoda
office-building: skyscraper building tower_block
church: church cathedral
mosque: mosque
classical-building: parthenon temple colosseum kremlin capitol
shinto-shrine: shrine torii
tokyo-tower: eiffel_tower tower radio_tower
statue-of-liberty: statue_of_liberty
moai: statue sculpture bust
windmill: windmill
lighthouse: lighthouse
ferris-wheel: ferris_wheel millennium_wheel london_eye
roller-coaster: roller_coaster
circus-tent: circus
tent: tent camp
fountain: fountain
volcano: volcano
iceberg: iceberg
snow-capped-mountain: snowy_mountain
mount-fuji: mount_fuji
rainbow: rainbow
sun: sun
full-moon: full_moon moon
crescent-moon: crescent_moon crescent
ringed-planet: planet saturn
mars-planet: mars
globe-showing-europe-africa: earth globe world
star: star
comet: comet meteor asteroid
shooting-star: shooting_star falling_star
tornado: tornado
cloud: cloud
fire: fire campfire bonfire flame
water-wave: tsunami
rock: rock boulder stone
gem-stone: diamond jewel gem crystal
snowman: snowman
bed: bed
couch-and-lamp: couch sofa
chair: chair stool armchair bench throne
toilet: toilet
books: books stack_of_books pile_of_books
open-book: book novel bible
teddy-bear: teddy_bear teddy stuffed_animal
wrapped-gift: gift present
clapper-board: movie film
television: tv television screen
desktop-computer: computer monitor
laptop: laptop
mobile-phone: phone cell_phone smartphone iphone cellphone
mantelpiece-clock: clock
alarm-clock: alarm_clock
light-bulb: lamp light_bulb bulb
ear-of-corn: corn
running-shoe: shoe sneaker sneakers
beach-with-umbrella: parasol
candle: candle
red-paper-lantern: lantern paper_lantern
umbrella: umbrella
top-hat: hat tophat top_hat fedora
backpack: backpack
luggage: suitcase luggage
handbag: handbag purse
necktie: tie
key: key
guitar: guitar
musical-keyboard: piano keyboard_instrument grand_piano
violin: violin cello fiddle
trumpet: trumpet tuba trombone horn
saxophone: saxophone
drum: drum drums
microphone: microphone
soccer-ball: soccer_ball ball soccer
american-football: football
baseball: baseball
basketball: basketball
tennis: tennis_racket tennis racket
flying-disc: frisbee
kite: kite
trophy: trophy
crown: crown tiara
dagger: sword katana
crossed-swords: swords
shield: shield
hammer: hammer
coin: coin
money-bag: money treasure
amphora: vase urn pot
teacup-without-handle: cup tea teacup cup_of_tea
hot-beverage: coffee cappuccino latte espresso mug
wine-glass: wine wine_glass
beer-mug: beer
cocktail-glass: cocktail martini
bottle-with-popping-cork: bottle champagne wine_bottle
bowl-with-spoon: bowl soup
steaming-bowl: ramen noodles ramen_bowl
cooked-rice: rice
curry-rice: curry
birthday-cake: cake birthday_cake wedding_cake
shortcake: slice_of_cake
custard: jello jelly pudding flan custard
doughnut: donut doughnut
cookie: cookie
soft-ice-cream: ice_cream ice_cream_cone
hamburger: burger hamburger cheeseburger
french-fries: fries
hot-dog: hot_dog
pizza: pizza
sushi: sushi
spaghetti: pasta spaghetti
red-apple: apple
green-apple: green_apple
tangerine: tangerine orange_fruit
lemon: lemon
banana: banana
strawberry: strawberry
grapes: grapes
watermelon: watermelon
pineapple: pineapple
jack-o-lantern: pumpkin jack_o_lantern
carrot: carrot
broccoli: broccoli
tomato: tomato
cheese-wedge: cheese
bread: bread loaf toast
egg: egg
stop-sign: stop_sign
vertical-traffic-light: traffic_light
fuel-pump: gas_pump
bus-stop: bus_stop
barber-pole: barber
bridge-at-night: golden_gate_bridge
ghost: ghost spirit phantom
skull: skull skeleton
clown-face: clown
cat-with-wry-smile: grinning_cat
world-map: map
rolled-up-newspaper: newspaper
scroll: scroll
artist-palette: easel palette
framed-picture: picture_frame framed_picture
camera: camera
telescope: telescope
hourglass-done: hourglass
broom: broom
yarn: yarn wool knitting
thread: thread sewing_machine
package: box parcel package crate
scissors: scissors
spoon: spoon
fork-and-knife: fork cutlery
kitchen-knife: knife
bathtub: sink
potable-water: fire_hydrant hydrant
refrigerator: refrigerator
oven: oven microwave toaster
mirror: mirror
door: door gate
window: window
ladder: ladder
brick: bricks
wheel: wheel
feather: feather
nest-with-eggs: nest
spider-web: web
sled: sled sleigh
ice-skate: ice_skates
tropical-drink: smoothie
`;

/** From a phrase to the name of its drawing. */
export const PICTURE_WORDS: ReadonlyMap<string, string> = new Map(
  LISTS.trim()
    .split('\n')
    .flatMap((line) => {
      const [icon = '', words = ''] = line.split(': ');
      return words.split(' ').map((word): [string, string] => [word.replaceAll('_', ' '), icon]);
    }),
);
