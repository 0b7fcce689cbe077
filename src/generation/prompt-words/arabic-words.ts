/**
 * Common Arabic words and the English word that the other lists know: `english: عربي عربي`. Both genders and broken
 * plurals stand here; the article, prepositions and regular endings are taken off in `translate-arabic.ts`. An English
 * word that ends in `*` says that several are meant.
 */
export const ARABIC_WORDS = `
cat: قط قطة هر هرة قطه
cat*: قطط
dog: كلب جرو
dog*: كلاب
horse: حصان فرس خيل
horse*: أحصنة خيول
camel: جمل ناقة
camel*: جمال إبل
bird: طائر عصفور طير
bird*: طيور عصافير
dove: حمامة حمام نورس
eagle: نسر صقر
owl: بومة
fish: سمكة سمك
fish*: أسماك
whale: حوت
whale*: حيتان
dolphin: دلفين
dolphin*: دلافين
shark: قرش
octopus: أخطبوط
turtle: سلحفاة
lion: أسد لبؤة
lion*: أسود_كثيرة
tiger: نمر
elephant: فيل
elephant*: فيلة أفيال
giraffe: زرافة
monkey: قرد
bear: دب
panda: باندا
rabbit: أرنب
rabbit*: أرانب
fox: ثعلب
wolf: ذئب
cow: بقرة
cow*: أبقار
sheep: خروف نعجة
sheep*: خراف أغنام
goat: ماعز
mouse: فأر
snake: ثعبان أفعى
frog: ضفدع
bee: نحلة
bee*: نحل
butterfly: فراشة
butterfly*: فراشات
penguin: بطريق
duck: بطة
duck*: بط
chicken: دجاجة
dragon: تنين
dinosaur: ديناصور
man: رجل
man*: رجال
woman: امرأة سيدة
woman*: نساء
boy: ولد صبي فتى
boy*: أولاد
girl: فتاة بنت طفلة
girl*: فتيات بنات
child: طفل
child*: أطفال
baby: رضيع
old_man: عجوز شيخ جد
old_woman: جدة
person: شخص إنسان
person*: أشخاص ناس
astronaut: رائد_فضاء رائد رائدة
robot: روبوت إنسان_آلي
king: ملك
queen: ملكة
princess: أميرة
knight: فارس محارب
wizard: ساحر
witch: ساحرة
ghost: شبح
cook: طباخ طاه
pilot: طيار
boat: قارب زورق مركب
boat*: قوارب مراكب
paper_boat: قارب_ورقي قارب_من_ورق مركب_ورقي زورق_ورقي
paper_plane: طائرة_ورقية_مطوية
ship: سفينة باخرة
ship*: سفن
car: سيارة
car*: سيارات
bus: حافلة باص
train: قطار
train*: قطارات
truck: شاحنة
bicycle: دراجة
motorcycle: دراجة_نارية
airplane: طائرة
airplane*: طائرات
kite: طائرة_ورقية
helicopter: مروحية هليكوبتر
rocket: صاروخ مركبة_فضائية
balloon: بالون منطاد
balloon*: بالونات
house: بيت منزل كوخ
house*: بيوت منازل
castle: قلعة قصر
mosque: مسجد جامع
tower: برج
building: مبنى عمارة
building*: مباني عمارات
lighthouse: منارة
tent: خيمة
tent*: خيام
tree: شجرة
tree*: أشجار شجر
palm_tree: نخلة
palm_tree*: نخيل نخل
flower: زهرة وردة
flower*: زهور أزهار ورود ورد
cactus: صبار
moon: قمر
full_moon: بدر
crescent: هلال
sun: شمس
star: نجمة نجم
stars: نجوم
planet: كوكب
cloud: سحابة غيمة
clouds: سحاب غيوم
rainbow: قوس_قزح
fire: نار حريق
candle: شمعة
candle*: شموع
lantern: فانوس مصباح
lantern*: فوانيس
umbrella: مظلة
book: كتاب
books: كتب
key: مفتاح
clock: ساعة
crown: تاج
sword: سيف
guitar: جيتار قيثارة عود
piano: بيانو
violin: كمان
drum: طبل
ball: كرة
gift: هدية
teddy: دمية
chair: كرسي
window: نافذة شباك
window*: نوافذ شبابيك
bed: سرير
coffee: قهوة
tea: شاي
cake: كعكة
apple: تفاحة
orange_fruit: برتقالة
bread: خبز
pizza: بيتزا
dates_tree: تمر
snowman: رجل_ثلج رجل_الثلج
sea: بحر
ocean: محيط أمواج موج
waves: موجة
beach: شاطئ ساحل
river: نهر جدول
lake: بحيرة
waterfall: شلال
underwater: تحت_الماء تحت_البحر أعماق قاع
mountain: جبل جبال
desert: صحراء كثبان رمال رمل
oasis: واحة
forest: غابة أدغال
garden: حديقة بستان
meadow: مرج عشب سهل
field: حقل
stadium: ملعب
village: قرية
city: مدينة
street: شارع طريق زقاق
market: سوق
room: غرفة
kitchen: مطبخ
library: مكتبة
cafe: مقهى
school: مدرسة
sky: سماء
space: فضاء مجرة
volcano: بركان
dawn: فجر شروق
morning: صباح
noon: ظهر ظهيرة نهار
sunset: غروب أصيل مغيب
evening: مساء
night: ليل ليلة ليلا ليلي منتصف_الليل
rain: مطر أمطار ممطر ممطرة ماطر ماطرة
storm: عاصفة عاصف رعد برق
snow: ثلج ثلوج مثلج ثلجي ثلجية
fog: ضباب ضبابي
wind: ريح رياح
sunny: مشمس مشمسة
spring: ربيع
summer: صيف
autumn: خريف
winter: شتاء
red: أحمر حمراء حمر
blue: أزرق زرقاء
green: أخضر خضراء
yellow: أصفر صفراء
black: أسود سوداء
white: أبيض بيضاء
orange: برتقالي برتقالية
purple: بنفسجي بنفسجية أرجواني
pink: وردي وردية زهري
brown: بني بنية
grey: رمادي رمادية فضي
golden: ذهبي ذهبية
turquoise: فيروزي تركواز
two: اثنان اثنين اثنتان
three: ثلاثة ثلاث
four: أربعة أربع
five: خمسة خمس
six: ستة ست
seven: سبعة سبع
many: كثير كثيرة عديدة
flock: سرب قطيع
few: بضعة بعض
flies: يطير تطير يطيرون طيران يحلق تحلق
swims: يسبح تسبح يسبحون سباحة
sails: يبحر تبحر إبحار تبحران
runs: يجري تجري يركض تركض يعدو
walks: يمشي تمشي يسير تسير يتجول يمشون يعبر تعبر
jumps: يقفز تقفز
dances: يرقص ترقص يرقصون يلعب تلعب يلعبون
sleeps: ينام تنام نائم نائمة يجلس تجلس جالس
falls: يسقط تسقط يهطل يتساقط
floats: يطفو تطفو يعوم
spins: يدور تدور
climbs: يتسلق تتسلق
shines: يلمع تلمع يضيء تضيء متلألئ
drives: يقود تقود
smiling: يبتسم تبتسم مبتسم سعيد سعيدة
calm: هادئ هادئة هدوء
sad: حزين حزينة وحيد
scary: مخيف مرعب
huge: ضخم عملاق
party: حفلة احتفال عيد
fireworks: ألعاب_نارية
music: موسيقى أغنية
watercolor: ألوان_مائية مائي
noir: أبيض_وأسود
pencil: رسم_بالرصاص
pixel: بكسل
vintage: قديم قديمة عتيق
zoom_in: تقريب
aerial: جوي علوي
slow: ببطء بطيء بهدوء
fast: بسرعة سريع
left_of: يسار
right_of: يمين
above: فوق
below: أسفل
`;
