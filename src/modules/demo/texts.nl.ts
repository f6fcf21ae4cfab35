export const nl = {
  home: 'Thuis',
  lines: {
    selma: 'moeder van Timo en Mila',
    bas: 'vader van Timo en Mila, woont ergens anders',
    mila: 'leerling, 7A',
    senay: 'moeder van Lieve, leest Turks',
    oksana: 'moeder van Danylo, Sofiia en Marko',
    wietske: 'moeder van IJsbrand, die nog geen rooster heeft',
    noorderlicht: 'voogd van Damian, een instelling',
    noor: 'juf van 4B',
    youssef: 'meester van 8A, en vader van Inaya in 3A',
    anouk: 'administratie',
    rob: 'directeur',
    ilse: 'beheerder',
  },
  signIns: {
    title: 'Proefomgeving met verzonnen mensen. Voor elke rol één inlog:',
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
