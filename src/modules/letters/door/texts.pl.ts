import type { DoorTexts } from './texts.nl.ts'

const rules = new Intl.PluralRules('pl')

/** "1 minutę", "2 minuty", "5 minut". */
const counted = (count: number, one: string, few: string, many: string): string => {
  const form = rules.select(count)
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`
}

export const pl: DoorTexts = {
  code: {
    title: 'Mam list z kodem',
    line: 'Zeskanuj kwadrat z listu kamerą telefonu. Nie działa? Wpisz kod tutaj.',
    field: 'Kod z listu',
    hint: 'Szesnaście znaków, na przykład AB2C D3EF GH4J KM5N. Wielkie litery i odstępy nie mają znaczenia.',
    submit: 'Dalej',
    missing: 'Wpisz kod z listu',
    wrong: 'Coś się nie zgadza w tym kodzie. Sprawdź znak po znaku. Nie ma w nim cyfr 0 i 1 ani liter I, L, O i U',
    slip: 'Chodzę do tej szkoły i mam karteczkę do logowania',
    signIn: 'Mam już konto',
  },
  question: {
    title: 'Jeszcze jedno pytanie',
    heading: 'Kiedy urodziło się dziecko?',
    line: 'Czy list jest o tobie? Wtedy wpisz swoją datę urodzenia.',
    day: 'Dzień',
    month: 'Miesiąc',
    year: 'Rok',
    example: 'Na przykład 7 3 2016',
    submit: 'Otwórz',
    wordSummary: 'W moim liście jest napisane, że mam zapytać o słowo',
    word: 'Słowo ze szkoły',
    wordHint: 'Szkoła podaje je w recepcji albo przez telefon. Co tydzień jest inne.',
    missing: 'Wpisz dzień, miesiąc i rok',
    noDate: 'To nie jest data. Wpisz dzień, miesiąc i rok cyframi',
    wrong:
      'Odpowiedź się nie zgadza albo list już nie działa. Sprawdź jeszcze raz. Nie działa? Poproś szkołę o nowy list',
    wait: (left) => {
      const time =
        left > 90
          ? counted(Math.ceil(left / 60), 'minutę', 'minuty', 'minut')
          : counted(left, 'sekundę', 'sekundy', 'sekund')
      return `To było już kilka prób. Poczekaj ${time}`
    },
    busy: 'Teraz jest duży ruch. Poczekaj minutę i spróbuj jeszcze raz',
    now: (name) => `Na tym urządzeniu trwa logowanie: ${name}. Jeśli pójdziesz dalej, może się to zmienić.`,
  },
  choose: {
    title: 'Wybierz nazwę użytkownika i hasło',
    line: 'Od teraz logujesz się nimi na każdym urządzeniu.',
    login: 'Nazwa użytkownika',
    loginHint: 'Nazwa, którą zapamiętasz. Może to być też adres e-mail.',
    password: 'Hasło',
    passwordHint: (shortest) =>
      `Co najmniej ${counted(shortest, 'znak', 'znaki', 'znaków')}. Kilka słów po kolei jest dobre i łatwe do zapamiętania.`,
    submit: 'Zacznij używać konta',
    taken: 'Ta nazwa użytkownika jest już zajęta. Wybierz inną',
  },
  slip: {
    title: 'Logowanie z karteczką',
    line: 'Przepisz to, co jest na karteczce. Potem wybierz własne hasło.',
    login: 'Nazwa użytkownika z karteczki',
    first: 'Pierwsze hasło z karteczki',
    firstHint: 'Dwanaście znaków. Wielkie litery i odstępy nie mają znaczenia.',
    firstMissing: 'Wpisz pierwsze hasło',
    loginMissing: 'Wpisz nazwę użytkownika',
    own: 'Twoje własne hasło',
    submit: 'Zaloguj się',
    wrong: 'Nazwa użytkownika albo pierwsze hasło się nie zgadza, albo karteczka już nie działa',
  },
  join: {
    heading: 'Czy chcesz dodać to dziecko do swojego konta?',
    line: (name) =>
      `Jesteś zalogowany jako ${name}. Czy list jest do ciebie? Wtedy zobaczysz to dziecko na każdym urządzeniu, na którym się logujesz.`,
    yes: 'Tak, do mojego konta',
    no: 'Nie, tylko na tym urządzeniu',
    noLine: (name) => `Jeśli wybierzesz nie, ${name} może nie być już zalogowany na tym urządzeniu.`,
    refused:
      'Odpowiedź jest dobra, ale tego dziecka nie można dodać do tego konta. List nadal działa. Wybierz tylko to urządzenie albo zapytaj szkołę',
  },
  own: {
    title: 'Ustaw hasło',
    line: 'Z hasłem zalogujesz się też na innym urządzeniu. Tak sprawdzamy, że to ty:',
    heading: (child) => `${child}: jaka jest data urodzenia?`,
    wrong: 'To się nie zgadza. Sprawdź jeszcze raz',
    submit: 'Ustaw hasło',
    each: 'Hasło jest dla wszystkich Twoich dzieci w tej szkole. Najpierw otwórz na tym urządzeniu list o każdym dziecku',
    only: (school) => `To hasło jest dla szkoły: ${school}. Do drugiej szkoły nadal potrzebujesz listu.`,
  },
  mail: {
    subject: 'List ze szkoły jest gotowy',
    text: (link, day) =>
      [
        'Z tym linkiem zobaczysz w telefonie dzień swojego dziecka w szkole. Nie potrzebujesz hasła.',
        '',
        link,
        '',
        'Odpowiesz na jedno pytanie o dziecko. Potem na tym urządzeniu nie trzeba się już logować.',
        `Link działa jeden raz. Ostatni dzień: ${day}. Nie dawaj go nikomu.`,
        'Nie działa? Poproś szkołę o nowy.',
        '',
      ].join('\n'),
  },
}
