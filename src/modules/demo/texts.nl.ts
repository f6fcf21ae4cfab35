export const nl = {
  home: 'Thuis',
  more: 'Nog meer mensen',
  notYet: 'Deze school wordt nog klaargezet. Ververs de pagina over een minuut.',
  lines: {
    selma: 'moeder van Timo en Mila',
    bas: 'vader van Timo en Mila, woont ergens anders',
    merel: 'leerling van De Overkant, klas 3c',
    aylin: 'leerling van De Overkant, klas 4d, net 16',
    nadia: 'leerling van De Overkant, klas 6a, net 18',
    senay: 'moeder van Lieve, leest Turks',
    oksana: 'moeder van Danylo, Sofiia en Marko',
    wietske: 'moeder van IJsbrand, die nog geen rooster heeft',
    noorderlicht: 'voogd van Damian, een instelling',
    noor: 'juf van 4B',
    youssef: 'meester van 8A, en vader van Inaya in 3A',
    anouk: 'administratie',
    rob: 'directeur',
    ilse: 'beheerder van De Klimboom',
    loes: 'Nederlands, mentor van 3c',
    ruben: 'teamleider',
    fatma: 'administratie',
    marieke: 'juf van Groep Blauw',
  },
  signIns: {
    title: 'Proefomgeving met verzonnen mensen. Voor elke rol één inlog:',
    notYet: (schools: readonly string[]): string =>
      `Wordt nog klaargezet: ${schools.join(' en ')}. De mensen van daar kunnen binnen een minuut inloggen.`,
    otherPasswords:
      'Proefomgeving met verzonnen mensen. De map met gegevens is een andere dan toen de wachtwoorden zijn gemaakt: log in met een knop op de inlogpagina.',
    roles: {
      parent: 'ouder',
      pupil: 'leerling',
      teacher: 'leraar',
      office: 'administratie',
      head: 'directeur',
      administrator: 'beheerder',
    },
  },
}

export type Texts = typeof nl
