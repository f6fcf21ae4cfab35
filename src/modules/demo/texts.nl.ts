export const nl = {
  home: 'Thuis',
  more: 'Nog meer mensen',
  notYet: 'Deze school wordt nog klaargezet. Ververs de pagina over een minuut.',
  lines: {
    selma: 'moeder van Timo en Mila, en van Merel op De Overkant',
    bas: 'vader van Timo, Mila en Merel, woont ergens anders, zit in de MR van De Overkant',
    merel: 'leerling van De Overkant, klas 3c',
    aylin: 'leerling van De Overkant, klas 4d, net 16, zit in de MR',
    nadia: 'leerling van De Overkant, klas 6a, net 18',
    senay: 'moeder van Lieve en van Charlotte-Sophie, leest Turks, zit in de MR van De Klimboom',
    oksana: 'moeder van Danylo, Sofiia en Marko',
    wietske: 'moeder van IJsbrand, die nog geen rooster heeft',
    noorderlicht: 'voogd van Damian en van Liv, een instelling',
    dennis: 'vader van Roos, vraagt nieuws aan de school',
    rik: 'vader van Jorn, ziet Jorn hier niet',
    noor: 'juf van 4B',
    youssef: 'meester van 8A, vader van Inaya in 3A, zit in de MR',
    anouk: 'administratie',
    rob: 'directeur',
    ilse: 'beheerder van De Klimboom',
    loes: 'Nederlands, mentor van 3c, zit in de MR',
    ruben: 'teamleider en examensecretaris, valt in bij 5a',
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
