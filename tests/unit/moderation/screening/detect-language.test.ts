import { describe, expect, it } from 'vitest';
import { detectLanguage, READ_LANGUAGES } from '../../../../src/moderation/screening/detect-language.ts';

describe('the language of a prompt', () => {
  it.each([
    ['A cat sleeps on the kitchen table', 'en'],
    ['Ganesha statue diya Diwali', 'en'],
    ['cinematic ultrawide anamorphic bokeh', 'en'],
    ['قطة تنام على طاولة المطبخ', 'ar'],
    ['El niño juega con su perro en la playa cuando llueve', 'es'],
    ['Une petite fille court avec son chien dans la forêt', 'fr'],
    ['Eine Katze schläft auf dem Küchentisch', 'de'],
    ['Um gato dorme em cima da mesa da cozinha', 'pt'],
    ['रसोई की मेज पर एक बिल्ली सो रही है', 'hi'],
    ['一只猫在厨房的桌子上睡觉', 'zh'],
  ])('%s: %s', async (prompt, language) => {
    expect(await detectLanguage(prompt)).toBe(language);
  });

  it.each([
    'Paka mdogo analala juu ya meza ya jikoni',
    'Ett gammalt hus vid havet i morgonljus',
    'Kot śpi na stole w kuchni',
    'Güneşli bir gün, çocuklar parkta oynuyor',
    'Con mèo ngủ trên bàn',
    '고양이가 창가에서 잠을 잔다',
    '바다 위의 배',
    'кошка спит',
    'کودکان در پارک بازی می کنند و چای می نوشند',
    'ایک بوڑھا آدمی کھڑکی کے پاس کتاب پڑھ رہا ہے',
    'پہاڑوں پر برف گر رہی ہے',
    '台所のテーブルで猫が眠る',
  ])('%s: one that nothing here reads', async (prompt) => {
    const found = await detectLanguage(prompt);
    expect(found !== null && READ_LANGUAGES.has(found), String(found)).toBe(false);
    expect(found).not.toBeNull();
  });

  it.each(['', '🎆', 'Zoë', 'wow!!', 'Ali 7'])('too short to say: %j', async (prompt) => {
    expect(await detectLanguage(prompt)).toBeNull();
  });
});
