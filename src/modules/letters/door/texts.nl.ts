export const nl = {
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
  own: {
    title: 'Maak een wachtwoord',
    line: 'Met een wachtwoord kom je er ook in op een ander apparaat. Zo weten we dat jij het bent:',
    heading: (child: string): string => `Wanneer is ${child} geboren?`,
    wrong: 'Dat klopt niet. Kijk nog eens',
    submit: 'Wachtwoord maken',
    each: 'Een wachtwoord is voor al je kinderen op deze school. Open eerst van elk kind de brief op dit apparaat',
    only: (school: string): string => `Dit wachtwoord is voor ${school}. Voor je andere school houd je de brief nodig.`,
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

export type DoorTexts = typeof nl
