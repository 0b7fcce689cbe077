/**
 * More Arabic words and what they are in English, written as `ARABIC_WORDS` and read after it: there a word may stand for
 * what a stage shows instead of it, here for what it means.
 */
export const ARABIC_MEANINGS = `
please: من_فضلك لو_سمحت رجاء
want: أريد نريد أرغب أود
make: اصنع اصنعي أنشئ أنشئي اعمل صمم صمم_لي اصنع_لي
video: فيديو مقطع مقطع_فيديو فيلم
draw: ارسم
about: عن حول
in: في داخل
on: على
at: عند لدى
of: من
to: إلى نحو
with: مع
without: بدون بلا دون من_دون بغير
under: تحت أسفل
over: فوق
behind: خلف وراء
front: أمام
between: بين
beside: بجانب بجوار قرب جنب
through: عبر خلال
while: بينما
not: ليس ليست لا لم لن
gull: نورس نوارس
pigeon: حمام حمامة
sparrow: عصفور عصافير
falcon: صقر
crow: غراب
peacock: طاووس
parrot: ببغاء
ant: نملة
ant*: نمل
spider: عنكبوت
hedgehog: قنفذ
gazelle: غزال ظبي
squirrel: سنجاب
hippopotamus: فرس_النهر
crocodile: تمساح
donkey: حمار
bull: ثور
calf: عجل
lamb: حمل
zebra: حمار_وحشي
kangaroo: كنغر
koala: كوالا
snail: حلزون
worm: دودة
jellyfish: قنديل_البحر
crab: سرطان سلطعون
swan: بجعة بجع
stork: لقلق
bat: خفاش
boy: ولد صبي فتى
child: طفل طفلة
baby: رضيع رضيعة
old_man: رجل_عجوز عجوز شيخ
old_woman: امرأة_عجوز سيدة_عجوز
grandfather: جد
grandmother: جدة
father: أب والد
mother: أم والدة
brother: أخ
sister: أخت
friend: صديق صديقة
friend*: أصدقاء
family: عائلة أسرة
teacher: معلم معلمة أستاذ مدرس
student: طالب طالبة تلميذ
doctor: طبيب طبيبة
nurse: ممرضة
farmer: مزارع فلاح
fisherman: صياد صياد_سمك
hunter: قناص
soldier: جندي
police_officer: شرطي
firefighter: إطفائي
driver: سائق
sailor: بحار
painter: رسام رسامة
musician: موسيقي عازف
dancer: راقص راقصة
singer: مغني مغنية
player: لاعب
clown: مهرج
pirate: قرصان
ninja: نينجا
samurai: ساموراي
prince: أمير
sultan: سلطان
fairy: جنية
monster: وحش
giant: عملاق
angel: ملاك
skeleton: هيكل_عظمي
tower: برج
skyscraper*: ناطحات_السحاب ناطحات_سحاب
skyscraper: ناطحة_سحاب
bridge: جسر
tunnel: نفق
wall: جدار حائط سور
door: باب
door*: أبواب
gate: بوابة
roof: سطح سقف
stairs: درج سلم
windmill: طاحونة طاحونة_هواء
mill: مطحنة
station: محطة
airport: مطار
harbour: ميناء مرفأ
hospital: مستشفى
restaurant: مطعم
shop: متجر دكان
factory: مصنع
farm: مزرعة
palace: قصر
pyramid: هرم
pyramid*: أهرامات أهرام
church: كنيسة
temple: معبد
museum: متحف
theatre: مسرح
office: مكتب
balcony: شرفة
cave: كهف
island: جزيرة
valley: واد وادي
hill: تل تلة هضبة
cliff: جرف
puddle: بركة
pool: مسبح حوض
pond: بركة_ماء
swamp: مستنقع
jungle: أدغال
ocean: محيط
wave: موج
wave*: أمواج
river: نهر
stream: جدول
sand: رمل رمال
dune*: كثبان
glass: زجاج
ice: جليد
stone: حجر صخرة
stone*: حجارة صخور
wood: خشب
paper: ورق ورقي ورقية
gold: ذهب
water: ماء مياه
steam: بخار
smoke: دخان
fire: نار
light: نور ضوء
light*: أضواء أنوار
darkness: ظلام ظلمة
shadow: ظل
air: هواء
earth: أرض
mars: مريخ
mirror: مرآة
picture: لوحة صورة
newspaper: جريدة صحيفة
book: كتاب
page*: صفحات
page: صفحة
letter: رسالة
map: خريطة
pen: قلم
table: طاولة مائدة
sofa: أريكة كنبة
carpet: سجادة
lamp: مصباح
lantern*: فوانيس
umbrella: مظلة
hat: قبعة
shoe: حذاء
dress: فستان
glasses: نظارة
bag: حقيبة
box: صندوق
bottle: زجاجة قارورة
cup: فنجان كوب
plate: صحن طبق
knife: سكين
phone: هاتف جوال
computer: حاسوب كمبيوتر
camera: كاميرا
bell: جرس
ring: خاتم
coin*: نقود
chess: شطرنج
football: كرة_القدم كرة_قدم
ball: كرة
rope: حبل
ladder: سلالم
wheel: عجلة
heart: قلب
hand: يد
hand*: أيدي يدين
eye: عين
eye*: عيون عينين
face: وجه
wing*: أجنحة جناحين
wing: جناح
tail: ذيل
egg: بيضة بيض
milk: حليب
honey: عسل
rice: أرز
soup: حساء شوربة
meat: لحم
cheese: جبن
fruit: فاكهة فواكه
grape*: عنب
lemon: ليمون ليمونة
banana: موزة موز
watermelon: بطيخ بطيخة
date*: تمر
chocolate: شوكولاتة
ice_cream: مثلجات بوظة آيس_كريم
coffee: قهوة
tea: شاي
people: ناس أشخاص
crowd: حشد جمهور زحام
war: حرب
peace: سلام
race: سباق
wedding: عرس زفاف
dream: حلم
dream*: أحلام
story: قصة حكاية
song: أغنية
dance: رقصة
dance: يرقص ترقص يرقصون ترقصان يرقصان
play: يلعب تلعب يلعبون تلعبان يلعبان لعب يعزف تعزف عزف
read: يقرأ تقرأ يقرؤون قراءة
write: يكتب تكتب كتابة
paint: يرسم ترسم رسم
build: يبني تبني يبنون بناء
sing: يغني تغني يغنون غناء
eat: يأكل تأكل يأكلون أكل
drink: يشرب تشرب يشربون شرب
cook: يطبخ تطبخ طبخ
chef: طباخ طاه
feed: يطعم تطعم
water: يسقي تسقي
plant: يزرع تزرع
sell: يبيع تبيع بائع بائعة
buy: يشتري تشتري
open: يفتح تفتح
close: يغلق تغلق
carry: يحمل تحمل
hold: يمسك تمسك
throw: يرمي ترمي يلقي
catch: يصطاد تصطاد يمسك_ب
chase: يطارد تطارد مطاردة يلاحق تلاحق
hunt: يقتنص
ride: يركب تركب راكب يمتطي
cross: يعبر تعبر عابر
drive: يقود تقود
travel: يسافر تسافر
arrive: يصل تصل
leave: يغادر تغادر
walk: يمشي تمشي يسير تسير يتجول تتجول
run: يجري تجري يركض تركض يعدو
stand: يقف تقف واقف
sit: يجلس تجلس جالس جالسة
sleep: ينام تنام نائم نائمة
wake: يستيقظ تستيقظ
fly: يطير تطير يطيرون طيران يحلق تحلق
swim: يسبح تسبح يسبحون سباحة
dive: يغوص تغوص
sail: يبحر تبحر
jump: يقفز تقفز
fall: يسقط تسقط يتساقط تتساقط
rise: يرتفع ترتفع
melt: يذوب تذوب ذوبان
burn: يحترق تحترق
grow: ينمو تنمو
shine: يلمع تلمع يضيء تضيء
explode: ينفجر تنفجر
laugh: يضحك تضحك
cry: يبكي تبكي
smile: يبتسم تبتسم مبتسم
watch: يشاهد تشاهد يراقب تراقب
look: ينظر تنظر
find: يجد تجد
lose: يفقد تفقد
search: يبحث تبحث
turn: يقلب تقلب يدور تدور
swing: يتمايل تتمايل
hide: يختبئ تختبئ
fight: يقاتل يتقاتل معركة
kiss: يقبل
hug: يعانق تعانق عناق
teach: يعلم تعلم
study: يدرس تدرس
work: يعمل تعمل
wash: يغسل تغسل
clean: ينظف تنظف
rain: تمطر مطر أمطار
big: كبير كبيرة ضخم ضخمة
giant: عملاق عملاقة
small: صغير صغيرة
tall: طويل طويلة
short: قصير قصيرة
old: قديم قديمة عتيق عتيقة
new: جديد جديدة
young: شاب شابة
beautiful: جميل جميلة رائع رائعة
happy: سعيد سعيدة
sad: حزين حزينة
alone: وحيد وحيدة
angry: غاضب غاضبة
quiet: هادئ هادئة هدوء
crowded: مزدحم مزدحمة
empty: فارغ فارغة خال خالية
broken: مكسور مكسورة محطم
abandoned: مهجور مهجورة
magic: سحري سحرية سحر
colourful: ملون ملونة
bright: ساطع مشرق
dark: مظلم مظلمة
hot: حار حارة
cold: بارد باردة
high: عال عالي عالية
deep: عميق عميقة
fast: سريع سريعة بسرعة
slow: بطيء بطيئة ببطء
slow_motion: حركة_بطيئة تصوير_بطيء
close_up: لقطة_قريبة
animation: رسم_متحرك رسوم_متحركة
cartoon: كرتون كارتون
cinematic: سينمائي سينمائية
realistic: واقعي واقعية
sunset: غروب مغيب أصيل
sunrise: شروق
dawn: فجر
morning: صباح صباحا
noon: ظهر ظهيرة
evening: مساء مسائي
night: ليل ليلة ليلا ليلي ليلية
midnight: منتصف_الليل
storm: عاصفة عاصف
lightning: برق
thunder: رعد
desert: صحراء
village: قرية
cairo: القاهرة قاهرة
paris: باريس
tokyo: طوكيو
marrakesh: مراكش
dubai: دبي
riyadh: الرياض
mecca: مكة
egypt: مصر
two: اثنان اثنين اثنتان اثنتين
eight: ثمانية ثمان ثماني
nine: تسعة تسع
ten: عشرة عشر
hundred: مئة مائة
`;
