import type { SheetWords } from './words.ts'

export const pl: SheetWords = {
  lang: 'pl',
  dir: 'ltr',
  title: (child) => `Tak zobaczysz dzień w szkole: ${child}`,
  intro: (child, school) =>
    `Z tym listem zobaczysz w telefonie, co ${child} robi dzisiaj w szkole (${school}). Nie potrzebujesz hasła.`,
  introPupil: (school) =>
    `Z tym listem założysz swoje konto w szkole (${school}). Jest w nim plan lekcji i twój dzień.`,
  scan: 'Otwórz kamerę w telefonie i skieruj ją na kwadrat na tym liście. Dotknij linku.',
  answer: (child) => `Wpisz datę urodzenia: dzień, miesiąc i rok (${child}).`,
  answerWord: 'Zapytaj w szkole o słowo tego tygodnia, w recepcji albo przez telefon. Wpisz to słowo.',
  answerPupil: 'Wpisz swoją datę urodzenia: dzień, miesiąc i rok.',
  ready: (child) => `Gotowe. Widzisz dzień: ${child}. Tak zostanie na tym urządzeniu.`,
  readyPupil: 'Wybierz nazwę użytkownika i hasło. Gotowe.',
  noCamera: (address) => `Skanowanie nie działa? Wejdź na ${address} i wpisz ten kod:`,
  code: 'Kod',
  until: (day) => `List działa jeden raz. Ostatni dzień: ${day}.`,
  secret: 'Przechowuj list w dobrym miejscu i nie dawaj go nikomu.',
  help: 'Nie działa albo list jest za stary? Poproś szkołę o nowy. To trwa chwilę.',
  toGuardian: 'Do rodzica lub opiekuna',
}
