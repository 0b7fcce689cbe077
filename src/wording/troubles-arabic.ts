import type { TroubleKind } from '../bots/troubles.ts';
import type { ArabicText } from './text.ts';

/** What keeps the bot from its work, with what to do about it, in Arabic. */
export const troublesArabic: Record<TroubleKind, ArabicText> = {
  'no-access': 'لم أعد أرى {place}. أعِد إليّ هناك إذن “View Channel”. وما يخصّ تلك القناة ينتظر يومين.',
  'no-reading':
    'لم يعد يُسمح لي بقراءة ما كُتب في {place}. أعِد إليّ هناك إذن “Read Message History”. وما يخصّ تلك القناة ينتظر يومين.',
  'no-writing':
    'لم يعد يُسمح لي بالكتابة في {place}. أعِد إليّ هناك إذن “Send Messages”، وفي المواضيع “Send Messages in Threads”. وما يخصّ تلك القناة ينتظر يومين.',
  'no-clips':
    'لم يعد يُسمح لي بنشر المقاطع في {place}. أعِد إليّ هناك الإذنين “Send Messages” و“Attach Files”. والمقاطع تنتظر يومين.',
  'review-gone': 'لم تعد قناة المراجعة {place} موجودة. اختر غيرها بالأمر `/opencall setup`. ولا يضيع شيء مما ينتظر.',
  'review-no-access': 'لم أعد أرى قناة المراجعة {place}. أعِد إليّ هناك إذن “View Channel”. ولا يضيع شيء مما ينتظر.',
  'review-no-writing':
    'لم يعد يُسمح لي بالكتابة في قناة المراجعة {place}. أعِد إليّ هناك الأذون “Send Messages” و“Attach Files” و“Read Message History”. ولا يضيع شيء مما ينتظر.',
  'thrown-out':
    'لم أعد في الخادم {place}. ادعُني من جديد بالرابط الذي يطبعه `npm run opencall -- doctor`. والمقاطع التي تخصّه تنتظر يومين.',
  'token-refused':
    'يرفض ديسكورد `DISCORD_TOKEN`. أنشئ رمزًا جديدًا في صفحة تطبيقك تحت Bot، وضعه في الإعدادات، ثم شغّلني من جديد.',
  'shards-refused': 'يرفض ديسكورد عدد الأجزاء. احذف `DISCORD_SHARDS` من الإعدادات، ثم شغّلني من جديد.',
  'version-refused': 'لم يعد ديسكورد يدعم هذا الإصدار من واجهته. حدّث Open Call.',
  'intents-refused':
    'يرفض ديسكورد ما أطلب سماعه. انظر في صفحة تطبيقك تحت Bot ثم Privileged Gateway Intents؛ فإن كان كل شيء هناك مطفأ فحدّث Open Call.',
  'connection-refused': 'أنهى ديسكورد الاتصال نهائيًا. قد يبيّن `npm run opencall -- doctor` السبب.',
  'no-sessions': 'لا يسمح لي ديسكورد ببدء اتصالات أخرى اليوم. أُعيد تشغيلي مرات كثيرة؛ اعرف السبب، ثم اتركني أعمل.',
  'too-much-refused':
    'رفض ديسكورد طلبات كثيرة جدًا، فأتوقف بضع دقائق لأن المزيد منها يعني الحظر. يبيّن `npm run opencall -- doctor` أين تنقص الأذون.',
};
