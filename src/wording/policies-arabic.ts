import type { PolicyCode } from '../moderation/screening/policies.ts';
import type { PolicyText } from './policies-english.ts';

export const policiesArabic: Record<PolicyCode, PolicyText> = {
  minors: { title: 'الأطفال', sentence: 'لا يُصنع أبدًا ما يُظهر الأطفال بصورة جنسية أو مهينة.' },
  sexual: { title: 'محتوى جنسي', sentence: 'لا يُصنع هنا محتوى جنسي أو عُري.' },
  'sexual-likeness': {
    title: 'محتوى جنسي لشخص حقيقي',
    sentence: 'لا تُصنع أبدًا صور جنسية لأشخاص حقيقيين.',
  },
  'private-people': {
    title: 'أشخاص غير عموميين',
    sentence: 'لا يُعرض هنا أشخاص من خارج الحياة العامة دون رضاهم.',
  },
  'public-figures': {
    title: 'شخصيات عامة',
    sentence: 'لا يُعرض أشخاص حقيقيون وهم يقولون أو يفعلون ما لم يقولوه أو يفعلوه.',
  },
  'civic-misinformation': {
    title: 'الانتخابات والشأن العام',
    sentence: 'لا يُصنع هنا ما قد يضلّل الناس في الانتخابات أو الشأن العام.',
  },
  'fake-news': { title: 'أخبار زائفة', sentence: 'لا يُصنع هنا ما قد يُظن خبرًا عن أمر لم يحدث.' },
  'health-misinformation': {
    title: 'نصائح صحية مضلّلة',
    sentence: 'لا يُصنع هنا ما قد يضلّل الناس في شأن صحتهم.',
  },
  hate: { title: 'كراهية', sentence: 'لا يُصنع هنا ما يحطّ من قدر الناس بسبب هويتهم.' },
  harassment: { title: 'مضايقة', sentence: 'لا يُصنع هنا ما يهين أحدًا أو يهدّده.' },
  violence: { title: 'عنف', sentence: 'لا يُعرض هنا عنف دموي أو قاسٍ.' },
  'self-harm': {
    title: 'الانتحار وإيذاء النفس',
    sentence: 'لا يُعرض هنا الانتحار ولا إيذاء النفس. إن كان الأمر يخصّك فتحدّث إلى من تثق به أو إلى خط مساعدة قريب منك.',
  },
  extremism: { title: 'تطرّف', sentence: 'لا يُصنع هنا ما يمجّد الحركات العنيفة أو يخدمها.' },
  'crime-weapons': {
    title: 'جرائم وأسلحة',
    sentence: 'لا يُصنع هنا ما يشرح ارتكاب جريمة أو صنع سلاح.',
  },
  'dangerous-acts': { title: 'أفعال خطرة', sentence: 'لا تُعرض هنا أفعال خطرة قد يقلّدها أحد.' },
  copyright: {
    title: 'حقوق الآخرين',
    sentence: 'لا تُنسخ هنا شخصيات أو علامات أو أعمال يملكها آخرون.',
  },
  'deceptive-documents': {
    title: 'وثائق مزوّرة',
    sentence: 'لا يُصنع هنا ما قد يُظن وثيقة حقيقية أو نقودًا أو ختمًا رسميًا.',
  },
  spam: { title: 'إعلانات ورسائل مزعجة', sentence: 'لا تُصنع هنا إعلانات ولا روابط ولا رسائل مزعجة.' },
  steering: {
    title: 'أوامر موجّهة إلى الآلة',
    sentence: 'الطلب وصف لما يُراد أن يُرى؛ أما الأوامر الموجّهة إلى الآلة فلا تُنفّذ.',
  },
  'refused-picture': {
    title: 'صورة رُدّت من قبل',
    sentence: 'هذه الصورة غير مقبولة هنا.',
  },
  technical: { title: 'لم يخرج جيدًا', sentence: 'لا يكاد يظهر فيه شيء، ولذلك ينظر فيه قيّم.' },
  unchecked: { title: 'لم يُفحص', sentence: 'تعذّر فحص هذا آليًا، ولذلك ينظر فيه قيّم.' },
  late: {
    title: 'طُلب منذ مدة',
    sentence: 'طُلب هذا قبل يوم أو قبل بدء الدعوة، ولذلك ينظر فيه قيّم.',
  },
};

export const otherPolicyArabic: PolicyText = { title: 'غير ذلك', sentence: 'يخالف قواعد هذا المكان.' };
