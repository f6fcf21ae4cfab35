import type { Texts } from './texts.nl.ts'

const rules = new Intl.PluralRules('pl')

/** "1 minutę", "2 minuty", "5 minut". */
const counted = (count: number, one: string, few: string, many: string): string => {
  const form = rules.select(count)
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`
}

const minutes = (count: number): string => counted(count, 'minutę', 'minuty', 'minut')
const seconds = (count: number): string => counted(count, 'sekundę', 'sekundy', 'sekund')
const characters = (count: number): string => counted(count, 'znak', 'znaki', 'znaków')

export const pl: Texts = {
  signIn: {
    title: 'Logowanie do Samenspraak',
    heading: 'Zaloguj się',
    line: 'Dla rodziców, uczniów i szkoły.',
    login: 'Nazwa użytkownika',
    loginHint: 'Często jest to twój adres e-mail.',
    password: 'Hasło',
    submit: 'Zaloguj się',
    help: 'Nie możesz się zalogować? Poproś szkołę o nowy link.',
    loginMissing: 'Wpisz nazwę użytkownika',
    passwordMissing: 'Wpisz hasło',
    wrong: 'Nazwa użytkownika albo hasło się nie zgadza',
    wait: (left) =>
      left > 90 ? `Za dużo prób. Poczekaj ${minutes(Math.ceil(left / 60))}` : `Za dużo prób. Poczekaj ${seconds(left)}`,
    signedOut: 'Nastąpiło wylogowanie.',
  },
  demo: {
    label: 'wersja próbna, zmyślone nazwiska',
    heading: 'Zobacz to oczami kogoś innego',
    line: 'Wybierz osobę. Zobaczysz dokładnie to, co ona.',
  },
  account: {
    title: 'Moje konto',
    login: 'Nazwa użytkownika',
    noLogin: 'jeszcze nie ma',
    hats: 'Twoje role',
    hatsLine: 'Masz więcej niż jedną rolę. Wybierz, z której chcesz teraz patrzeć.',
    hatNow: 'Twoja rola teraz',
    hatChoose: (hat) => `Wybierz rolę: ${hat}`,
    language: 'Język',
    languageLine: 'Widzisz teraz Samenspraak po polsku.',
    sessions: 'Gdzie trwa logowanie',
    sessionsLine: 'Nie znasz któregoś urządzenia? Wyloguj je i wybierz nowe hasło.',
    since: 'Od:',
    unknownDevice: 'Nieznane urządzenie',
    thisDevice: 'to urządzenie',
    end: 'Wyloguj',
    endAbout: (device) => `urządzenie: ${device}`,
    endOthers: 'Wyloguj wszystkie inne urządzenia',
    password: 'Zmiana hasła',
    passwordLine: 'Po zmianie zalogujesz się na innych urządzeniach od nowa.',
    passwordNow: 'Twoje hasło teraz',
    passwordNew: 'Nowe hasło',
    passwordSubmit: 'Zmień hasło',
    passwordNowMissing: 'Wpisz swoje obecne hasło',
    passwordNowWrong: 'To nie jest twoje obecne hasło',
    saidPassword: 'Twoje hasło jest zmienione. Inne urządzenia są wylogowane.',
    saidSession: 'To urządzenie jest wylogowane.',
    saidSessions: 'Twoje inne urządzenia są wylogowane.',
    saidLanguage: 'Język jest zmieniony.',
  },
  choose: {
    passwordHint: (shortest) =>
      `Co najmniej ${characters(shortest)}. Kilka słów po kolei jest dobre i łatwe do zapamiętania.`,
    passwordShort: (shortest) => `Wybierz hasło, które ma co najmniej ${characters(shortest)}`,
    passwordLong: (longest) => `Wybierz hasło, które ma najwyżej ${characters(longest)}`,
    passwordLeaked: 'To hasło wybiera wiele osób. Wybierz inne, na przykład trzy słowa po kolei',
    loginMissing: 'Wybierz nazwę użytkownika',
    loginLong: (longest) => `Wybierz nazwę, która ma najwyżej ${characters(longest)}`,
    loginTaken: 'Ta nazwa użytkownika jest już zajęta. Wybierz inną',
  },
  invitation: {
    title: 'Witamy w Samenspraak',
    line: 'Wybierz nazwę użytkownika i hasło. Potem od razu będziesz w środku.',
    login: 'Nazwa użytkownika',
    loginHint: 'Najprościej podać adres e-mail. Może być też coś innego.',
    password: 'Hasło',
    submit: 'Zacznij używać konta',
    overTitle: 'Ten link już nie działa',
    overLine: 'Link działa jeden raz i przez trzydzieści dni. Poproś szkołę o nowy.',
    toSignIn: 'Mam już konto',
  },
}
