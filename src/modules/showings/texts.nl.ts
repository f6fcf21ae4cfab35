/** Dutch, B1: what a pupil shows, and what those at home see. */
export const nl = {
  nav: 'Laten zien',
  title: { pupil: 'Kijk wat ik maakte', guardian: 'Kijk wat ik maakte', staff: 'Werk laten zien' },
  line: {
    pupil: 'Laat iets zien dat je hebt gemaakt. Alleen je ouders of verzorgers zien het.',
    guardian: 'Wat je kind aan je wil laten zien.',
    staff: 'Laat ouders iets zien dat hun kind heeft gemaakt. Alleen de ouders van dat kind zien het.',
  },
  choose: 'Kies een kind',
  all: (count: number): string =>
    count === 2 ? 'Allebei' : count === 3 ? 'Alle drie' : count === 4 ? 'Alle vier' : 'Allemaal',
  empty: {
    pupil: 'Je hebt nog niets laten zien.',
    guardian: 'Er is nu niets. Laat je kind iets zien, dan staat het hier.',
    staff: 'Je hebt nog niets neergezet.',
  },
  yours: 'Dit liet je zien',
  placed: 'Dit staat er',
  placedBy: (teacher: string, child: string): string => `${teacher} zet dit neer voor ${child}.`,
  someTeacher: 'De leraar',
  picture: (child: string): string => `Werk van ${child}`,
  ownPicture: 'Jouw werk',
  takeBack: 'Haal weg',
  said: { erop: 'Het staat erop. Je ouders kunnen het nu zien.', weg: 'Het is weg. Niemand ziet het nog.' },
  saidPlaced: (child: string): string => `Het staat erop. De ouders van ${child} kunnen het nu zien.`,
  saidPlacedSomebody: 'Het staat erop. De ouders van dit kind kunnen het nu zien.',
  noPlacing:
    'Op jouw school hebben leerlingen een eigen account. Zij laten zelf iets zien aan hun ouders. Jij ziet dat niet.',
  noPupils: 'Je geeft nu aan geen leerling les.',
  form: {
    title: 'Laat iets zien',
    consequence: 'Al je ouders en verzorgers zien het, en verder niemand. Je kunt het altijd weer weghalen.',
    consequencePlaced: 'Alleen de ouders en verzorgers van dit kind zien het. Erbij staat dat jij het hebt neergezet.',
    today:
      'Je hebt vandaag al iets laten zien. Morgen kan het weer. Wil je iets anders laten zien? Haal het eerste dan weg.',
    of: 'Van welke leerling?',
    chooseOf: 'Kies een leerling',
    ofToday: 'Voor deze leerling staat er vandaag al iets. Haal dat eerst weg, of wacht tot morgen.',
    file: 'Foto of PDF',
    fileMissing: 'Kies een foto of een PDF',
    sentence: 'Eén zin erbij',
    sentenceHint: 'Bijvoorbeeld: Dit is mijn vulkaan van klei.',
    sentenceMissing: 'Schrijf er één zin bij',
    sentenceLong: (most: number): string => `Maak de zin korter: ${most} tekens is het meest`,
    submit: 'Laat zien',
  },
}

export type Texts = typeof nl
