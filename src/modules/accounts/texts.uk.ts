import type { Texts } from './texts.nl.ts'

const rules = new Intl.PluralRules('uk')

/** "1 хвилину", "2 хвилини", "5 хвилин". */
const counted = (count: number, one: string, few: string, many: string): string => {
  const form = rules.select(count)
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`
}

const minutes = (count: number): string => counted(count, 'хвилину', 'хвилини', 'хвилин')
const seconds = (count: number): string => counted(count, 'секунду', 'секунди', 'секунд')
const characters = (count: number): string => counted(count, 'знак', 'знаки', 'знаків')

export const uk: Texts = {
  signIn: {
    title: 'Вхід до Samenspraak',
    heading: 'Вхід',
    line: 'Для батьків, учнів і школи.',
    login: 'Ім’я для входу',
    loginHint: 'Часто це ваша адреса електронної пошти.',
    password: 'Пароль',
    submit: 'Увійти',
    help: 'Не можете увійти? Попросіть у школі нове посилання.',
    loginMissing: 'Введіть ім’я для входу',
    passwordMissing: 'Введіть пароль',
    wrong: 'Ім’я для входу або пароль неправильні',
    wait: (left) =>
      left > 90
        ? `Забагато спроб. Зачекайте ${minutes(Math.ceil(left / 60))}`
        : `Забагато спроб. Зачекайте ${seconds(left)}`,
    signedOut: 'Ви вийшли.',
  },
  demo: {
    label: 'пробна версія, вигадані імена',
    heading: 'Подивіться очима іншої людини',
    line: 'Виберіть людину. Ви побачите саме те, що бачить вона.',
  },
  account: {
    title: 'Мій обліковий запис',
    login: 'Ім’я для входу',
    noLogin: 'ще немає',
    hats: 'Ваші ролі',
    hatsLine: 'У вас кілька ролей. Виберіть, з якою дивитися зараз.',
    hatNow: 'Ваша роль зараз',
    hatChoose: (hat) => `Вибрати роль: ${hat}`,
    language: 'Мова',
    languageLine: 'Зараз ви бачите Samenspraak українською.',
    sessions: 'Де ви увійшли',
    sessionsLine: 'Не впізнаєте якийсь пристрій? Вийдіть на ньому і виберіть новий пароль.',
    since: 'Від:',
    unknownDevice: 'Невідомий пристрій',
    thisDevice: 'цей пристрій',
    end: 'Вийти',
    endAbout: (device) => `пристрій: ${device}`,
    endOthers: 'Вийти на всіх інших пристроях',
    password: 'Змінити пароль',
    passwordLine: 'Після зміни ви знову увійдете на інших пристроях.',
    passwordNow: 'Ваш теперішній пароль',
    passwordNew: 'Новий пароль',
    passwordSubmit: 'Змінити пароль',
    passwordNowMissing: 'Введіть ваш теперішній пароль',
    passwordNowWrong: 'Це не ваш теперішній пароль',
    saidPassword: 'Пароль змінено. На інших пристроях ви вийшли.',
    saidSession: 'На тому пристрої ви вийшли.',
    saidSessions: 'На інших пристроях ви вийшли.',
    saidLanguage: 'Мову змінено.',
  },
  choose: {
    passwordHint: (shortest) =>
      `Щонайменше ${characters(shortest)}. Кілька слів поспіль легко запам’ятати, і це добрий пароль.`,
    passwordShort: (shortest) => `Виберіть пароль, у якому щонайменше ${characters(shortest)}`,
    passwordLong: (longest) => `Виберіть пароль, у якому щонайбільше ${characters(longest)}`,
    passwordLeaked: 'Цей пароль вибирає багато людей. Виберіть інший, наприклад три слова поспіль',
    loginMissing: 'Виберіть ім’я для входу',
    loginLong: (longest) => `Виберіть ім’я, у якому щонайбільше ${characters(longest)}`,
    loginTaken: 'Це ім’я для входу вже зайняте. Виберіть інше',
  },
  invitation: {
    title: 'Вітаємо в Samenspraak',
    line: 'Виберіть тут ім’я для входу і пароль. Після цього ви одразу увійдете.',
    login: 'Ім’я для входу',
    loginHint: 'Найпростіше взяти адресу електронної пошти. Можна й інше.',
    password: 'Пароль',
    submit: 'Почати користуватися',
    overTitle: 'Це посилання більше не працює',
    overLine: 'Посилання працює один раз і протягом тридцяти днів. Попросіть у школі нове.',
    toSignIn: 'У мене вже є обліковий запис',
  },
}
