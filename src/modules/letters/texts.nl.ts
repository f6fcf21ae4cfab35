import type { LetterState } from './letter.ts'

const people = (count: number): string => (count === 1 ? '1 brief' : `${count} brieven`)

export const nl = {
  nav: 'Brieven',
  code: {
    title: 'Ik heb een brief met een code',
    line: 'Scan het vierkant op de brief met de camera van je telefoon. Lukt dat niet? Typ dan hier de code.',
    field: 'Code op de brief',
    hint: 'Zestien tekens, bijvoorbeeld AB2C D3EF GH4J KM5N. Hoofdletters en spaties maken niet uit.',
    submit: 'Verder',
    missing: 'Vul de code van de brief in',
    wrong:
      'Er klopt iets niet aan deze code. Kijk teken voor teken. De cijfers 0 en 1 en de letters ILOU komen er niet in voor',
    slip: 'Ik ben leerling en heb een inlogbriefje',
    signIn: 'Ik heb al een account',
  },
  question: {
    title: 'Nog één vraag',
    heading: 'Wanneer is het kind geboren?',
    line: 'Gaat de brief over jou? Vul dan in wanneer jij geboren bent.',
    day: 'Dag',
    month: 'Maand',
    year: 'Jaar',
    example: 'Bijvoorbeeld 7 3 2016',
    submit: 'Open',
    wordSummary: 'In mijn brief staat dat ik een woord moet vragen',
    word: 'Het woord van de school',
    wordHint: 'De school geeft het aan de balie of door de telefoon. Het is elke week anders.',
    missing: 'Vul de dag, de maand en het jaar in',
    noDate: 'Dit is geen datum. Vul de dag, de maand en het jaar in met cijfers',
    wrong:
      'Het antwoord klopt niet, of de brief werkt niet meer. Kijk nog eens. Lukt het niet? Vraag de school om een nieuwe brief',
    wait: (seconds: number): string =>
      seconds > 90
        ? `Je hebt het een paar keer geprobeerd. Wacht ${Math.ceil(seconds / 60)} minuten`
        : `Je hebt het een paar keer geprobeerd. Wacht ${seconds === 1 ? '1 seconde' : `${seconds} seconden`}`,
    busy: 'Het is nu erg druk. Wacht een minuut en probeer het dan nog eens',
    now: (name: string): string => `Op dit apparaat is ${name} ingelogd. Ga je verder, dan kan dat veranderen.`,
  },
  join: {
    heading: 'Wil je dit kind bij je eigen account zetten?',
    line: (name: string): string =>
      `Je bent ingelogd als ${name}. Is de brief aan jou? Dan zie je dit kind voortaan op elk apparaat waarop je inlogt.`,
    yes: 'Ja, bij mijn account',
    no: 'Nee, alleen op dit apparaat',
    noLine: (name: string): string => `Bij nee is ${name} op dit apparaat misschien niet meer ingelogd.`,
    refused:
      'Je antwoord klopt, maar dit kind kan niet bij dit account. De brief werkt nog. Kies voor alleen dit apparaat, of vraag het de school',
  },
  choose: {
    title: 'Kies een inlognaam en een wachtwoord',
    line: 'Daarmee log je voortaan in, op elk apparaat.',
    login: 'Inlognaam',
    loginHint: 'Een naam die je onthoudt. Je e-mailadres mag ook.',
    password: 'Wachtwoord',
    passwordHint: (shortest: number): string =>
      `Minstens ${shortest} tekens. Een paar woorden achter elkaar is goed en makkelijk te onthouden.`,
    submit: 'Account in gebruik nemen',
    taken: 'Deze inlognaam is al in gebruik. Kies een andere',
  },
  slip: {
    title: 'Inloggen met je inlogbriefje',
    line: 'Typ over wat op je briefje staat. Kies daarna zelf een wachtwoord.',
    login: 'Inlognaam op het briefje',
    first: 'Eerste wachtwoord op het briefje',
    firstHint: 'Twaalf tekens. Hoofdletters en spaties maken niet uit.',
    firstMissing: 'Vul het eerste wachtwoord in',
    loginMissing: 'Vul de inlognaam in',
    own: 'Je eigen wachtwoord',
    submit: 'Inloggen',
    wrong: 'De inlognaam of het eerste wachtwoord klopt niet, of het briefje werkt niet meer',
  },
  own: {
    title: 'Maak een wachtwoord',
    line: 'Met een wachtwoord kom je er ook in op een ander apparaat. Zo weten we dat jij het bent:',
    heading: (child: string): string => `Wanneer is ${child} geboren?`,
    wrong: 'Dat klopt niet. Kijk nog eens',
    submit: 'Wachtwoord maken',
    only: (school: string): string => `Dit wachtwoord is voor ${school}. Voor je andere school houd je de brief nodig.`,
  },
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
  mail: {
    subject: 'Je brief van de school staat klaar',
    text: (link: string, day: string): string =>
      [
        'Met deze link zie je op je telefoon de schooldag van je kind. Je hebt geen wachtwoord nodig.',
        '',
        link,
        '',
        'Je beantwoordt één vraag over je kind. Daarna blijf je binnen op dat apparaat.',
        `De link werkt één keer, tot en met ${day}. Geef hem aan niemand.`,
        'Lukt het niet? Vraag de school om een nieuwe.',
        '',
      ].join('\n'),
  },
}

export type Texts = typeof nl
