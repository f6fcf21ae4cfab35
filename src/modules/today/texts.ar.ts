import type { Texts } from './texts.nl.ts'

const rules = new Intl.PluralRules('ar')

/** After "about": one and two without a figure, 3 to 10 with the plural, and more with the singular. */
const minutes = (count: number): string => {
  const form = rules.select(count)
  if (form === 'one') return 'دقيقة واحدة'
  if (form === 'two') return 'دقيقتين'
  return `${count} ${form === 'few' ? 'دقائق' : 'دقيقة'}`
}

export const ar: Texts = {
  nav: 'اليوم',
  title: (day) => `اليوم، ${day}`,
  choose: 'اختر طفلًا',
  all: (count) => (count === 2 ? 'كلاهما' : 'الجميع'),
  lead: {
    weekend: 'إنها عطلة نهاية الأسبوع.',
    over: 'انتهى اليوم الدراسي.',
    mixed: 'لا توجد مدرسة اليوم.',
    holiday: (name) => `اليوم عطلة: ${name}.`,
    dayOff: (name) => `لا توجد مدرسة اليوم: ${name}.`,
    next: (day) => `تعود المدرسة ${day}.`,
  },
  holidays: {
    herfst: 'عطلة الخريف (herfstvakantie)',
    kerst: 'عطلة عيد الميلاد (kerstvakantie)',
    voorjaar: 'عطلة الربيع (voorjaarsvakantie)',
    mei: 'عطلة مايو (meivakantie)',
    zomer: 'عطلة الصيف (zomervakantie)',
  },
  today: 'اليوم',
  tomorrow: 'غدًا',
  different: {
    title: 'ما يختلف عن المعتاد',
    off: (name, who) => `${name}: لا توجد مدرسة (${who})`,
    holiday: (name) => name,
    ofClass: (className, what) => `${className}: ${what}`,
    allCancelled: 'أُلغيت كل الحصص',
    cancelled: (lesson, at) => `أُلغيت حصة ${lesson} في الساعة ${at}`,
    cancelledDay: (lesson) => `أُلغيت حصة ${lesson}`,
    done: (who, at) => `ينتهي دوام ${who} في الساعة ${at}.`,
    starts: (who, at) => `يبدأ دوام ${who} في الساعة ${at}.`,
    doneSelf: (at) => `ينتهي دوامك في الساعة ${at}.`,
    startsSelf: (at) => `يبدأ دوامك في الساعة ${at}.`,
    vanished: (lesson, at) => `ربما أُلغيت حصة ${lesson} في الساعة ${at}`,
    vanishedLine: 'لم تعد هذه الحصة في جدول المدرسة.',
    moved: (lesson, at) => `حصة ${lesson} صارت في الساعة ${at}`,
    movedFrom: (at) => `كانت في الساعة ${at}.`,
    movedFromDay: (day, at) => `كانت ${day} في الساعة ${at}.`,
    movedAway: (lesson, at) => `نُقلت حصة ${lesson} من الساعة ${at}`,
    movedTo: (day, at) => `الموعد الجديد: ${day} في الساعة ${at}.`,
    room: (lesson, place) => `حصة ${lesson} في ${place}`,
    roomWas: (place) => `كانت في ${place}.`,
  },
  lesson: {
    untitled: 'حصة',
    wholeDay: 'يوم',
    room: (number) => `غرفة ${number}`,
    was: (place, before) => `${place}، كانت ${before}`,
    until: (time) => `حتى ${time}`,
    cancelled: 'أُلغيت',
    vanished: 'أُلغيت؟',
    moved: 'وقت آخر',
    otherRoom: 'غرفة أخرى',
  },
  card: {
    own: 'حصصي',
    noTimetable: (className) =>
      `لا يوجد جدول حصص بعد${className === '' ? '' : ` (${className})`}. ستراه هنا عندما تضيفه المدرسة.`,
    noLessons: 'لا توجد حصص في الجدول.',
    holiday: (name, last) => `${name}. آخر يوم: ${last}.`,
    dayOff: (name) => `لا توجد مدرسة: ${name}.`,
    next: (day) => `تعود المدرسة ${day}.`,
  },
  whole: {
    homework: 'الواجبات والاختبارات',
    homeworkAll: 'كل الواجبات',
    test: 'اختبار',
    ways: { paper: 'على الورق', screen: 'على الشاشة', either: 'على الورق أو على الشاشة' },
    minutes: (count) => `حوالي ${minutes(count)}`,
    agreed: 'الاتفاقات',
    told: 'إعلانات المدرسة',
    toldAll: 'كل الإعلانات',
    important: 'مهم',
    shows: (name) => `لدى ${name} شيء للعرض`,
    notesSent: 'رسالتك اليوم إلى طفلك',
    notesReceived: 'رسالة لك',
    noteStates: {
      sent: 'تنتظر في المدرسة',
      given: 'وصلت إلى الطفل',
      'not-given': 'لم تصل إلى الطفل',
      'taken-back': 'سُحبت',
    },
    noteAt: (at) => `في الساعة ${at}.`,
    noteFrom: (name) => `من وليّ أمرك: ${name}.`,
    noteSend: 'رسالة إلى طفلك',
    notesWaiting: (count) => `رسائل تنتظر التلاميذ: ${count}`,
  },
  waiting: { title: 'ما ينتظرك', none: 'لا شيء ينتظرك الآن.' },
  notices: { title: 'من المفيد أن تعرف', more: 'اقرأ من يمكنه المتابعة معك' },
  empty: {
    guardian: 'لا يوجد الآن طفل مسجّل باسمك. هل هذا خطأ؟ اسأل المدرسة.',
    staff: 'أنت لا تعلّم الآن أي صف. عندما تعلّم صفًا، سترى يومك هنا.',
    none: 'أنت لا تنتمي الآن إلى أي مدرسة. هل هذا خطأ؟ اسأل المدرسة.',
  },
}
