import type { LetterState } from './letter.ts'

const people = (count: number): string => (count === 1 ? '1 brief' : `${count} brieven`)

export const nl = {
  nav: 'Brieven',
  waiting: (count: number): string =>
    `${count} ${count === 1 ? 'brief' : 'brieven'} te maken voor wie nog niet binnen is`,
  office: {
    title: 'Brieven',
    line: 'Met een brief komt een ouder binnen zonder wachtwoord. Elke ouder krijgt een eigen brief voor elk kind.',
    chooseSchool: 'Kies een school',
    said: 'Het woord van de week staat klaar.',
    saidMail: (count: number): string =>
      count === 1 ? 'De brief gaat zo met de mail weg.' : `${count} brieven gaan zo met de mail weg.`,
    loopback:
      'Er is nog geen openbaar adres ingesteld. De brieven werken dan alleen op deze computer. Vraag je beheerder om PUBLIC_URL in te stellen.',
    countsLabel: 'Wie is er binnen',
    in: 'binnen',
    open: 'brief gemaakt',
    none: 'geen geldige brief',
    byClass: 'Per klas',
    columnClass: 'Klas',
    columnAll: 'Samen',
    columnIn: 'Binnen',
    columnOpen: 'Brief gemaakt',
    columnNone: 'Geen geldige brief',
    noClass: 'Zonder klas',
    nobody: 'Er zijn nog geen ouders. Zet ze bij de leerlingen, of lees een lijst in.',
    make: 'Nieuwe brieven',
    makeLine: (count: number): string =>
      count === 0
        ? 'Iedereen is binnen of heeft een brief die nog werkt.'
        : `${people(count)} voor wie nog niet binnen is en geen geldige brief heeft.`,
    makeButton: 'Brieven maken en printen',
    again: 'Ook voor wie al een brief heeft',
    againLine: 'De oude brief werkt dan niet meer.',
    nothing: 'Er is niemand die een brief nodig heeft',
    mail: 'Met de mail',
    mailLine: (count: number): string =>
      `${people(count)} voor wie nog geen geldige brief heeft en wel een e-mailadres. In de mail staat een link, geen naam.`,
    mailButton: 'Brieven mailen',
    word: 'Woord van de week',
    wordLine: (count: number): string =>
      count === 1
        ? 'Van 1 kind weten we geen geboortedatum. Die brief vraagt om het woord van de week.'
        : `Van ${count} kinderen weten we geen geboortedatum. Die brieven vragen om het woord van de week.`,
    wordNone: 'Er is nu geen woord. Zonder woord werken die brieven niet.',
    wordNow: (word: string, day: string): string => `Het woord is „${word}”, tot en met ${day}.`,
    wordField: 'Nieuw woord',
    wordHint: 'Geef het alleen aan wie je kent, aan de balie of door de telefoon.',
    wordButton: 'Dit is het woord',
    wordMissing: 'Kies een woord van minstens 3 letters',
    wordLong: 'Kies een woord van hoogstens 60 letters',
    slips: 'Inlogbriefjes voor leerlingen',
    slipsLine: 'Met een inlognaam en een eerste wachtwoord. De leerling kiest bij de eerste keer een eigen wachtwoord.',
    slipsButton: 'Inlogbriefjes maken en printen',
    noAccounts: 'Leerlingen van de basisschool hebben geen account. Hun ouders krijgen een brief.',
  },
  group: {
    title: (group: string): string => `Brieven van ${group}`,
    child: 'Leerling',
    to: 'Brief voor',
    self: 'de leerling',
    state: 'Hoe staat het',
    deed: 'Brief',
    open: 'Bekijken',
    about: (to: string, child: string): string => `van ${to} voor ${child}`,
  },
  states: {
    account: () => 'logt in met een account',
    letter: (day: string) => `binnen met een brief, sinds ${day}`,
    open: (made: string, until: string) => `brief gemaakt op ${made}, werkt tot en met ${until}`,
    expired: (made: string, until: string) => `brief van ${made} werkt niet meer sinds ${until}`,
    void: () => 'brief werkt niet meer: te vaak een fout antwoord',
    none: () => 'nog geen brief',
  } satisfies Record<LetterState, (one: string, other: string) => string>,
  mailed: 'gemaild',
  relation: {
    title: (to: string, child: string): string => `Brief voor ${to}, over ${child}`,
    titlePupil: (name: string): string => `Brief voor ${name}`,
    now: 'Hoe staat het',
    make: 'Nieuwe brief',
    makeLine: 'De code zie je één keer. Een eerdere brief die nog niet is gebruikt, werkt dan niet meer.',
    devices: 'Sluit ook de apparaten af waarop een eerdere brief is gebruikt',
    devicesLine: 'Doe dit als een brief of telefoon kwijt is. Een account met een wachtwoord blijft open.',
    ofAdult: (child: string): string =>
      `${child} is 18 of ouder. De brief werkt alleen als ${child} deze ouder eerst laat meekijken.`,
    button: 'Nieuwe brief maken',
    back: (name: string): string => `Terug naar ${name}`,
    noAccount: 'Leerlingen van de basisschool hebben geen account. De ouders krijgen een brief.',
  },
  sheets: {
    title: (count: number): string => (count === 1 ? 'Brief' : `${count} brieven`),
    slipsTitle: (count: number): string => (count === 1 ? 'Inlogbriefje' : `${count} inlogbriefjes`),
    once: 'De codes zie je nu één keer. Print ze voor je verder gaat: met Ctrl en P, of deel en druk af op je telefoon.',
    back: 'Terug naar de brieven',
    slipLine: (address: string): string => `Ga naar ${address} en typ dit over. Daarna kies je zelf een wachtwoord.`,
    slipUntil: (day: string): string => `Werkt één keer, tot en met ${day}.`,
  },
}

export type Texts = typeof nl
