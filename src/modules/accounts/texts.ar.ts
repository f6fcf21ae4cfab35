import type { Texts } from './texts.nl.ts'

const rules = new Intl.PluralRules('ar')

/** Arabic counts one and two without a figure, 3 to 10 with the plural, and more with the singular. */
const counted = (count: number, one: string, two: string, few: string, many: string): string => {
  const form = rules.select(count)
  if (form === 'one') return one
  if (form === 'two') return two
  return `${count} ${form === 'few' ? few : many}`
}

const minutes = (count: number): string => counted(count, 'دقيقة واحدة', 'دقيقتين', 'دقائق', 'دقيقة')
const seconds = (count: number): string => counted(count, 'ثانية واحدة', 'ثانيتين', 'ثوانٍ', 'ثانية')
const characters = (count: number): string => counted(count, 'حرف واحد', 'حرفين', 'أحرف', 'حرفًا')

export const ar: Texts = {
  signIn: {
    title: 'تسجيل الدخول إلى Samenspraak',
    heading: 'تسجيل الدخول',
    line: 'للأهل والتلاميذ والمدرسة.',
    login: 'اسم الدخول',
    loginHint: 'غالبًا هو بريدك الإلكتروني.',
    password: 'كلمة السر',
    submit: 'تسجيل الدخول',
    help: 'لا تستطيع الدخول؟ اطلب من مدرستك رابطًا جديدًا.',
    loginMissing: 'اكتب اسم الدخول',
    passwordMissing: 'اكتب كلمة السر',
    wrong: 'اسم الدخول أو كلمة السر غير صحيح',
    wait: (left) =>
      left > 90
        ? `حاولت مرات كثيرة. انتظر ${minutes(Math.ceil(left / 60))}`
        : `حاولت مرات كثيرة. انتظر ${seconds(left)}`,
    signedOut: 'تم تسجيل خروجك.',
  },
  demo: {
    label: 'نسخة للتجربة، أسماء غير حقيقية',
    heading: 'انظر بعيون شخص آخر',
    line: 'اختر شخصًا. سترى بالضبط ما يراه هذا الشخص.',
  },
  account: {
    title: 'حسابي',
    login: 'اسم الدخول',
    noLogin: 'لا يوجد بعد',
    hats: 'أدوارك',
    hatsLine: 'لديك أكثر من دور. اختر الدور الذي تريده الآن.',
    hatNow: 'دورك الآن',
    hatChoose: (hat) => `اختيار الدور: ${hat}`,
    language: 'اللغة',
    languageLine: 'أنت ترى Samenspraak الآن بالعربية.',
    sessions: 'الأجهزة التي دخلت منها',
    sessionsLine: 'هل هناك جهاز لا تعرفه؟ سجّل الخروج منه واختر كلمة سر جديدة.',
    since: 'منذ',
    unknownDevice: 'جهاز غير معروف',
    thisDevice: 'هذا الجهاز',
    end: 'تسجيل الخروج',
    endAbout: (device) => `من ${device}`,
    endOthers: 'تسجيل الخروج من كل الأجهزة الأخرى',
    password: 'تغيير كلمة السر',
    passwordLine: 'بعد التغيير تدخل من جديد على أجهزتك الأخرى.',
    passwordNow: 'كلمة السر الحالية',
    passwordNew: 'كلمة السر الجديدة',
    passwordSubmit: 'تغيير كلمة السر',
    passwordNowMissing: 'اكتب كلمة السر الحالية',
    passwordNowWrong: 'هذه ليست كلمة السر الحالية',
    saidPassword: 'تغيّرت كلمة السر. تم تسجيل الخروج من أجهزتك الأخرى.',
    saidSession: 'تم تسجيل الخروج من ذلك الجهاز.',
    saidSessions: 'تم تسجيل الخروج من أجهزتك الأخرى.',
    saidLanguage: 'تغيّرت اللغة.',
  },
  choose: {
    passwordHint: (shortest) => `على الأقل ${characters(shortest)}. بضع كلمات متتالية جيدة وسهلة الحفظ.`,
    passwordShort: (shortest) => `اختر كلمة سر من ${characters(shortest)} على الأقل`,
    passwordLong: (longest) => `اختر كلمة سر من ${characters(longest)} على الأكثر`,
    passwordLeaked: 'كثير من الناس يختارون كلمة السر هذه. اختر غيرها، مثل ثلاث كلمات متتالية',
    loginMissing: 'اختر اسم دخول',
    loginLong: (longest) => `اختر اسم دخول من ${characters(longest)} على الأكثر`,
    loginTaken: 'اسم الدخول هذا مستعمل. اختر اسمًا آخر',
  },
  invitation: {
    title: 'أهلًا بك في Samenspraak',
    line: 'اختر هنا اسم الدخول وكلمة السر. بعد ذلك تكون قد دخلت.',
    login: 'اسم الدخول',
    loginHint: 'الأسهل هو بريدك الإلكتروني. ويمكن اختيار شيء آخر.',
    password: 'كلمة السر',
    submit: 'بدء استعمال الحساب',
    overTitle: 'هذا الرابط لم يعد يعمل',
    overLine: 'يعمل الرابط مرة واحدة، ولمدة ثلاثين يومًا. اطلب من مدرستك رابطًا جديدًا.',
    toSignIn: 'لديّ حساب',
  },
}
