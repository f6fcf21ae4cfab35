import type { UiTexts } from './texts.nl.ts'

export const pl: UiTexts = {
  skip: 'Przejdź do treści',
  mainNav: 'Menu główne',
  menu: 'Menu',
  account: 'Moje konto',
  signOut: 'Wyloguj się',
  toWork: 'Zaloguj się do pracy',
  language: 'Język',
  onlyDutch: 'Tej strony nie ma jeszcze po polsku. Widzisz ją po niderlandzku (Nederlands).',
  readAloud: { start: 'Czytaj na głos', pause: 'Pauza', resume: 'Czytaj dalej', stop: 'Zatrzymaj' },
  actAs: 'Twoja rola teraz:',
  synthetic: 'wersja próbna, zmyślone nazwiska',
  wrongTitle: 'Jest problem',
  wrongPrefix: 'Błąd: ',
  here: 'Tu jesteś',
  pages: 'Strony',
  table: (caption) => `Tabela: ${caption}`,
  previous: 'Poprzednia',
  next: 'Następna',
  pageOf: (page, of) => `Strona ${page} z ${of}`,
  reference: 'Numer:',
  home: 'Na początek',
  errors: {
    'bad-request': {
      title: 'Nie mogliśmy tego odczytać',
      line: 'Przyszło do nas coś, czego nie rozumiemy. Nic się nie zmieniło. Wróć i spróbuj jeszcze raz.',
    },
    'too-large': {
      title: 'To jest za duże',
      line: 'Ten plik jest za duży. Nic się nie zmieniło. Wróć i wybierz mniejszy plik.',
    },
    'not-found': {
      title: 'Nie ma takiej strony',
      line: 'Sprawdź adres. Albo przejdź na początek i poszukaj strony tam.',
    },
    forbidden: {
      title: 'To się nie udało',
      line: 'Na tym koncie nie można tego zrobić albo strona była za długo otwarta. Nic się nie zmieniło. Wróć i otwórz stronę jeszcze raz.',
    },
    conflict: {
      title: 'To już się zmieniło',
      line: 'Ktoś zrobił to wcześniej. Nic się nie zmieniło. Otwórz stronę jeszcze raz i sprawdź, czy to nadal potrzebne.',
    },
    'too-many': {
      title: 'Poczekaj chwilę',
      line: 'Za dużo prób. Spróbuj jeszcze raz za piętnaście minut.',
    },
    broken: {
      title: 'Coś się u nas zepsuło',
      line: 'To nie twoja wina. Spróbuj za chwilę jeszcze raz. Dalej nie działa? Podaj ten numer w szkole.',
    },
  },
}
